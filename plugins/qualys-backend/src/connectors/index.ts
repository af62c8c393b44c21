export { connectorDeletionRoutes } from './deletion';
export { createConnectorErrors, type ConnectorErrors } from './errors';
export { connectorRoutes } from './routes';
export { connectorSettingsRoutes } from './settingsRoutes';
export { createTakeOver, type TakeOver } from './takeOver';
export { createConnectorChanges } from './changes';
export {
  createMigrationSteps,
  createMigrationStore,
  externalIdMigrationRoutes,
  type MigrationStore,
} from './migration';
export {
  createCredentialsStore,
  startKeyReminders,
  type CredentialsStore,
} from './credentials';
export {
  connectorAssetsRoutes,
  createAssetChoices,
  type AssetChoices,
  createConnectorAssets,
} from './assets';
