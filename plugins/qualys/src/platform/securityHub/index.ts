export { SecurityHubPage } from './SecurityHubPage';
