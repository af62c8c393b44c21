export { portalResource, type Portal } from './portal';
