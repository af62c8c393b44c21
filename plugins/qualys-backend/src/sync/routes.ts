import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  qualysSyncRunPermission,
  syncStartedSchema,
} from 'backstage-plugin-qualys-common';
import { audited } from '../audit';
import {
  callerOf,
  defineRoute,
  subscriptionParamsSchema,
  type Route,
} from '../http';
import type { Authorizer } from '../permissions';
import type { Syncs } from './startSyncs';

/** The routes that start syncs. */
export function syncRoutes(deps: {
  auditor: AuditorService;
  authorizer: Authorizer;
  syncs: Syncs;
}): Route[] {
  const { auditor, authorizer, syncs } = deps;
  return [
    defineRoute({
      method: 'post',
      path: '/subscriptions/:subscription/sync',
      summary: 'Starts a sync of a subscription now',
      request: { params: subscriptionParamsSchema },
      response: syncStartedSchema,
      allow: ['user'],
      handler: ({ params: { subscription }, credentials, http }) =>
        audited(
          auditor,
          { eventId: 'sync-run', request: http, meta: { subscription } },
          async () => {
            await authorizer.require(qualysSyncRunPermission, credentials);
            return syncs.start(subscription, callerOf(credentials));
          },
          ({ alreadyRunning }) => ({ alreadyRunning }),
        ),
    }),
  ];
}
