export { createConnectorErrors, type ConnectorErrors } from './errors';
export { connectorRoutes } from './routes';
export { connectorSettingsRoutes } from './settingsRoutes';
export { createTakeOver } from './takeOver';
