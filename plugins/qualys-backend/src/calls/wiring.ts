import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Knex } from 'knex';
import type { QualysHooks } from 'qualys-client';
import type { SubscriptionConfig } from '../config';
import type { Route } from '../http';
import { createCallMetrics } from '../metrics';
import type { Authorizer } from '../permissions';
import { createCallCounter, startCallCounter } from './counter';
import { callRoutes } from './routes';
import { createCallStore } from './store';

/** Joins what counts the calls to Qualys, for metrics and for people. */
export async function wireCalls(deps: {
  authorizer: Authorizer;
  knex: Knex;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  scheduler: SchedulerService;
  subscriptions: readonly SubscriptionConfig[];
}): Promise<{
  /** What counts the calls of a subscription's client. */
  hooksOf: (subscription: string) => QualysHooks[];
  routes: Route[];
}> {
  const { authorizer, knex, logger, metrics, subscriptions } = deps;
  const store = createCallStore(knex, subscriptions);
  const counter = createCallCounter(store, logger);
  await startCallCounter(counter, deps);
  const metricsOf = createCallMetrics(metrics);
  return {
    hooksOf: id => [metricsOf(id), counter.hooksOf(id)],
    routes: callRoutes({ authorizer, counter, store }),
  };
}
