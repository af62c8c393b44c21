export { platformWebAppRoutes } from './platformRoutes';
export { createWebAppReads, type WebAppReads } from './reads';
export { webAppRoutes } from './routes';
