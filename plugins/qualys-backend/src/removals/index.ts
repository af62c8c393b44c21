export { createRemovalNotifier, type NotifyRemovals } from './notify';
export { removalRoutes } from './routes';
