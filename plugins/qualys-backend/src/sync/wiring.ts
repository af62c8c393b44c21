import type {
  AuditorService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import type { QualysClients } from '../clients';
import type { SubscriptionConfig } from '../config';
import type { Route } from '../http';
import { createGauges, createSyncMetrics } from '../metrics';
import {
  createMirrorAges,
  type MirrorAges,
  type MirrorStore,
  type RemovalStore,
} from '../mirror';
import type { Authorizer } from '../permissions';
import type { NotifyRemovals } from '../removals';
import { syncRoutes } from './routes';
import { createSyncRuns, type SyncRuns } from './runs';
import { createSyncSignal } from './signal';
import { startSyncs } from './startSyncs';

/** Joins what keeps the mirror up to date, and tells how old it is. */
export async function wireSyncs(deps: {
  auditor: AuditorService;
  authorizer: Authorizer;
  clients: QualysClients;
  events: EventsService;
  knex: Knex;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  mirror: MirrorStore;
  notifyRemovals: NotifyRemovals;
  removals: RemovalStore;
  scheduler: SchedulerService;
  signals: SignalsService;
  subscriptions: readonly SubscriptionConfig[];
}): Promise<{ mirrorAges: MirrorAges; runs: SyncRuns; routes: Route[] }> {
  const { clients, logger, metrics, mirror, removals, subscriptions } = deps;
  const runs = createSyncRuns(deps.knex);
  const mirrorAges = createMirrorAges({ mirror, subscriptions, runs });
  createGauges(metrics, { clients, mirror, mirrorAges, removals });
  const syncs = await startSyncs({
    clients,
    events: deps.events,
    lifecycle: deps.lifecycle,
    logger,
    metrics: createSyncMetrics(metrics),
    mirror,
    notifyRemovals: deps.notifyRemovals,
    runs,
    scheduler: deps.scheduler,
    signal: createSyncSignal(deps.signals, logger),
    subscriptions,
  });
  return { mirrorAges, runs, routes: syncRoutes({ ...deps, syncs }) };
}
