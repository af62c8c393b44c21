export { announce } from './announce';
export type { SyncRuns } from './runs';
export { wireSyncs } from './wiring';
