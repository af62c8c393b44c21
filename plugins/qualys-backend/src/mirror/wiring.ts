import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import type { SubscriptionConfig } from '../config';
import { createConnectorEvents } from '../events';
import { createMirrorStore } from './createMirrorStore';
import { createRemovalStore, type RemovalStore } from './removalStore';
import type { DescribeConnector, MirrorStore } from './store';

/** Joins the mirror, what of it is held back, and what tells its news. */
export function wireMirror(deps: {
  /** Tells what the portal adds to the connectors of a subscription. */
  describing: (subscription: string) => Promise<DescribeConnector>;
  /** What that tells by; empty where it may tell something else at any time. */
  describedBy: string;
  events: EventsService;
  knex: Knex;
  logger: LoggerService;
  subscriptions: readonly SubscriptionConfig[];
}): { mirror: MirrorStore; removals: RemovalStore } {
  const { describing, describedBy, knex, subscriptions } = deps;
  const onNews = createConnectorEvents(deps);
  return {
    mirror: createMirrorStore({
      knex,
      subscriptions,
      describing,
      describedBy,
      onNews,
    }),
    removals: createRemovalStore(knex, onNews),
  };
}
