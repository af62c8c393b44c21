import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { qualysPagePath } from 'backstage-plugin-qualys-node';
import { readRecipients } from '../config';
import type { Route } from '../http';
import type { RemovalStore } from '../mirror';
import type { Authorizer } from '../permissions';
import { announce } from '../sync';
import { createRemovalNotifier, type NotifyRemovals } from './notify';
import { removalRoutes } from './routes';

/**
 * Joins what tells people of removals that are held back, and lets them decide.
 *
 * @throws InputError naming the key of the configuration that is wrong
 */
export function wireRemovals(deps: {
  auditor: AuditorService;
  authorizer: Authorizer;
  config: Config;
  events: EventsService;
  logger: LoggerService;
  notifications: NotificationService;
  removals: RemovalStore;
  subscriptions: readonly { id: string }[];
}): { notifyRemovals: NotifyRemovals; routes: Route[] } {
  const { config, logger, notifications, removals } = deps;
  return {
    notifyRemovals: createRemovalNotifier({
      recipients: readRecipients(config, 'removals'),
      notifications,
      logger,
      pagePath: qualysPagePath(config),
      removals,
    }),
    routes: removalRoutes({
      ...deps,
      announce: change => announce(deps, change),
    }),
  };
}
