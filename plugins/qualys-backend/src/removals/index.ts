export type { NotifyRemovals } from './notify';
export { wireRemovals } from './wiring';
