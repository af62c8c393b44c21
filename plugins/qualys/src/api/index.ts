export { qualysApiRef, type QualysApi } from './QualysApi';
export type { QualysBindingsApi } from './bindings';
export type {
  ConnectorRequestActs,
  QualysConnectorRequestsApi,
} from './connectorRequests';
export type { QualysConnectorSettingsApi } from './connectorSettings';
export type { QualysConnectorsApi } from './connectors';
export type {
  ExternalIdMigrationStepInput,
  QualysExternalIdsApi,
} from './externalIds';
export type { QualysRemovalsApi } from './removals';
export type { QualysS3Api } from './s3';
export type { QualysSecurityHubApi } from './securityHub';
export type { QualysSettingsHistoryApi } from './settingsHistory';
export type { QualysStatusApi } from './status';
export type { QualysWebAppsApi } from './webApps';
export type {
  BoundObject,
  QualysReadOptions,
  QualysRequestOptions,
} from './requests';
export { QualysApiError, type QualysApiErrorDetails } from './QualysApiError';
export { QualysClientApi } from './QualysClientApi';
