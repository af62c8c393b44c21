export { createChangeHub } from './change';
export { entitySecurityHubRoutes } from './entityRoutes';
export { platformSecurityHubRoutes } from './platformRoutes';
export { integrationRead } from './read';
export { entityView } from './views';
