export { announce } from './announce';
export { syncRoutes } from './routes';
export { createSyncRuns, type SyncRuns } from './runs';
export { createSyncSignal } from './signal';
export { startSyncs } from './startSyncs';
