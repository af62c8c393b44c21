export type { AssetChoices } from './assets';
export { createCredentialsStore, type CredentialsStore } from './credentials';
export type { ConnectorErrors } from './errors';
export type { MigrationStore } from './migration';
export { createTakeOver, type TakeOver } from './takeOver';
export { wireConnectors, wireConnectorSettings } from './wiring';
