export { createCallMetrics } from './calls';
export { createGauges } from './gauges';
export { optionalMetricsServiceRef } from './metricsRef';
export { createSyncMetrics, type SyncMetrics } from './syncs';
