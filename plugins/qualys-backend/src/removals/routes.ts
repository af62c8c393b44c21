import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CloudProvider } from 'qualys-model';
import {
  heldBackListQuerySchema,
  heldBackListSchema,
  qualysConnectorReadPermission,
  qualysRemovalDecidePermission,
  REMOVAL_ACTIONS,
  removalDecidedSchema,
  removalDecisionSchema,
  type RemovalAction,
} from 'backstage-plugin-qualys-common';
import { audited } from '../audit';
import { StateChangedError } from '../errors';
import {
  callerOf,
  defineRoute,
  subscriptionParamsSchema,
  type Route,
} from '../http';
import type { RemovalStore } from '../mirror';
import type { Authorizer } from '../permissions';

/** How many connectors the audit and a refusal name one by one. */
const MAX_NAMED = 100;

const SUMMARIES: Record<RemovalAction, string> = {
  confirm:
    'Lets the connectors of a held-back removal go, from the mirror and from the catalog',
  dismiss:
    'Keeps the connectors of a held-back removal; nobody is asked about them again',
};

/** The routes of the removals that are held back. */
export function removalRoutes(deps: {
  auditor: AuditorService;
  authorizer: Authorizer;
  /** Says that the mirror of a subscription has changed. */
  announce: (change: {
    subscription: string;
    revision: number;
  }) => Promise<void>;
  removals: RemovalStore;
  subscriptions: readonly { id: string }[];
}): Route[] {
  const { announce, auditor, authorizer, removals, subscriptions } = deps;

  const requireConfigured = (subscription: string) => {
    if (subscriptions.some(({ id }) => id === subscription)) return;
    throw new NotFoundError(
      `There is no subscription "${subscription}" in the configuration`,
    );
  };

  const changed = async (subscription: string, provider: CloudProvider) => {
    const current = await removals.list(subscription, {
      provider,
      limit: MAX_NAMED,
    });
    return new StateChangedError(
      current.removals.length === 0
        ? `No removal of ${provider} connectors is held back any more: they have returned, or somebody has decided`
        : `Other ${provider} connectors are missing by now than those that this decision is about; look at them again`,
      current,
    );
  };

  const decisionRoute = (action: RemovalAction) =>
    defineRoute({
      method: 'post',
      path: `/subscriptions/:subscription/removals/${action}`,
      summary: SUMMARIES[action],
      request: {
        params: subscriptionParamsSchema,
        body: removalDecisionSchema,
      },
      response: removalDecidedSchema,
      allow: ['user'],
      async handler({ params: { subscription }, body, credentials, http }) {
        const { provider } = body;
        const { connectors, revision } = await audited(
          auditor,
          {
            eventId: 'removal-decide',
            request: http,
            meta: { subscription, action, ...body },
          },
          async () => {
            await authorizer.require(
              qualysRemovalDecidePermission,
              credentials,
            );
            requireConfigured(subscription);
            const user = callerOf(credentials);
            const decision = { ...body, subscription, user };
            const outcome = await removals[action](decision);
            if (!outcome) throw await changed(subscription, provider);
            return outcome;
          },
          outcome => ({
            connectors: outcome.connectors.length,
            connectorIds: outcome.connectors.slice(0, MAX_NAMED),
          }),
        );
        if (action === 'confirm') await announce({ subscription, revision });
        return { subscription, provider, connectors: connectors.length };
      },
    });

  return [
    defineRoute({
      method: 'get',
      path: '/subscriptions/:subscription/removals',
      summary:
        'The removals of a subscription that are held back, and a page of their connectors',
      request: {
        params: subscriptionParamsSchema,
        query: heldBackListQuerySchema,
      },
      response: heldBackListSchema,
      allow: ['user', 'service'],
      async handler({ params: { subscription }, query, credentials }) {
        await authorizer.require(qualysConnectorReadPermission, credentials);
        requireConfigured(subscription);
        return removals.list(subscription, query);
      },
    }),
    ...REMOVAL_ACTIONS.map(decisionRoute),
  ];
}
