import { createApiRef, type ApiRef } from '@backstage/frontend-plugin-api';
import type { QualysBindingsApi } from './bindings';
import type { QualysConnectorRequestsApi } from './connectorRequests';
import type { QualysConnectorSettingsApi } from './connectorSettings';
import type { QualysConnectorsApi } from './connectors';
import type { QualysExternalIdsApi } from './externalIds';
import type { QualysRemovalsApi } from './removals';
import type { QualysS3Api } from './s3';
import type { QualysSecurityHubApi } from './securityHub';
import type { QualysSettingsHistoryApi } from './settingsHistory';
import type { QualysStatusApi } from './status';
import type { QualysWebAppsApi } from './webApps';

export type { ConnectorRequestActs } from './connectorRequests';
export type { ExternalIdMigrationStepInput } from './externalIds';
export type {
  BoundObject,
  QualysReadOptions,
  QualysRequestOptions,
} from './requests';

/**
 * The Qualys backend, as the pages and cards see it. Every method rejects with
 * a {@link QualysApiError}, or with an `AbortError` when it was aborted.
 *
 * @public
 */
export interface QualysApi
  extends QualysStatusApi,
    QualysRemovalsApi,
    QualysConnectorsApi,
    QualysConnectorSettingsApi,
    QualysExternalIdsApi,
    QualysBindingsApi,
    QualysS3Api,
    QualysWebAppsApi,
    QualysSecurityHubApi,
    QualysConnectorRequestsApi,
    QualysSettingsHistoryApi {}

/**
 * The reference of the Qualys API, to use it or to put another one in its place.
 *
 * @public
 */
export const qualysApiRef: ApiRef<QualysApi> = createApiRef<QualysApi>().with({
  id: 'plugin.qualys.service',
  pluginId: 'qualys',
});
