export type { WebAppReads } from './reads';
export { wireWebApps } from './wiring';
