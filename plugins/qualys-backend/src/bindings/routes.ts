import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  BINDING_ACTIONS,
  bindingDecisionSchema,
  bindingListQuerySchema,
  bindingListSchema,
  bindingSchema,
  qualysBindingDecidePermission,
  qualysBindingReadPermission,
  type Binding,
  type BindingAction,
} from 'backstage-plugin-qualys-common';
import { z } from 'zod';
import { audited } from '../audit';
import { callerOf, defineRoute, type Route } from '../http';
import type { MirrorStore } from '../mirror';
import type { Authorizer } from '../permissions';
import type { BindingRecord, BindingStore } from './store';

const bindingParamsSchema = z.strictObject({ id: z.uuid() });

const SUMMARIES: Record<BindingAction, string> = {
  accept: 'Accepts a claim: from now on the entity is bound to the object',
  reject: 'Rejects a claim',
  withdraw: 'Withdraws an accepted claim',
};

/** The routes of claims and of the decisions about them. */
export function bindingRoutes(deps: {
  auditor: AuditorService;
  authorizer: Authorizer;
  mirror: Pick<MirrorStore, 'getMany'>;
  store: BindingStore;
}): Route[] {
  const { auditor, authorizer, mirror, store } = deps;

  const present = async (
    records: readonly BindingRecord[],
    mayDecide: boolean,
  ): Promise<Binding[]> => {
    const [accepted, connectors] = await Promise.all([
      store.acceptedOf(records),
      mayDecide
        ? mirror.getMany(
            records.map(({ subscription, objectId }) => ({
              subscription,
              id: objectId,
            })),
          )
        : [],
    ]);
    return records.map(record => {
      const connector = connectors.find(
        ({ subscription, id }) =>
          subscription === record.subscription && id === record.objectId,
      );
      return {
        ...record,
        ...(connector && {
          objectName: connector.name,
          objectAccount: connector.account,
        }),
        alsoBoundTo: accepted
          .filter(
            other =>
              other.type === record.type &&
              other.subscription === record.subscription &&
              other.objectId === record.objectId &&
              other.entityRef !== record.entityRef,
          )
          .map(({ entityRef }) => entityRef),
      };
    });
  };

  const decisionRoute = (action: BindingAction) =>
    defineRoute({
      method: 'post',
      path: `/bindings/:id/${action}`,
      summary: SUMMARIES[action],
      request: { params: bindingParamsSchema, body: bindingDecisionSchema },
      response: bindingSchema,
      allow: ['user'],
      async handler({ params: { id }, body: { reason }, credentials, http }) {
        const decided = await audited(
          auditor,
          {
            eventId: 'binding-decide',
            request: http,
            meta: { binding: id, action },
          },
          async () => {
            await authorizer.require(
              qualysBindingDecidePermission,
              credentials,
            );
            const user = callerOf(credentials);
            return store.decide(id, action, { user, reason });
          },
          ({ entityRef, type, subscription, objectId }) => ({
            entityRef,
            type,
            subscription,
            objectId,
          }),
        );
        const [binding] = await present([decided], true);
        return binding;
      },
    });

  return [
    defineRoute({
      method: 'get',
      path: '/bindings',
      summary: 'A page of claims and what was decided about them, oldest first',
      request: { query: bindingListQuerySchema },
      response: bindingListSchema,
      allow: ['user', 'service'],
      async handler({ query, credentials }) {
        await authorizer.require(qualysBindingReadPermission, credentials);
        const [page, mayDecide] = await Promise.all([
          store.list(query),
          authorizer.allows(qualysBindingDecidePermission, credentials),
        ]);
        return { ...page, items: await present(page.items, mayDecide) };
      },
    }),
    ...BINDING_ACTIONS.map(decisionRoute),
  ];
}
