import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  qualysSyncRunPermission,
  syncStartedSchema,
} from 'backstage-plugin-qualys-common';
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
      async handler({ params: { subscription }, credentials, http }) {
        const event = await auditor.createEvent({
          eventId: 'sync-run',
          severityLevel: 'medium',
          request: http,
          meta: { subscription },
        });
        try {
          await authorizer.require(qualysSyncRunPermission, credentials);
          const started = await syncs.start(
            subscription,
            callerOf(credentials),
          );
          await event.success({
            meta: { alreadyRunning: started.alreadyRunning },
          });
          return started;
        } catch (error) {
          await event.fail({ error: toError(error) });
          throw error;
        }
      },
    }),
  ];
}
