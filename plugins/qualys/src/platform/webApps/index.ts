export { WebAppsPage } from './WebAppsPage';
