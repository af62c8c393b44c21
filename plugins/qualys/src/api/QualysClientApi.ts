import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type {
  BindingAction,
  BindingDecision,
  BindingListQuery,
  CallHistoryQuery,
  ConnectorAction,
  ConnectorAssetsUpdate,
  ConnectorCredentialsUpdate,
  ConnectorHistoryQuery,
  ConnectorListQuery,
  ConnectorUpdateInput,
  EntityHistoryQuery,
  HeldBackListQuery,
  OwnedConnectorsQuery,
  RemovalAction,
  RemovalDecision,
  S3AdoptInput,
  S3ExternalIdInput,
  S3UpdateInput,
  ScanCancelInput,
  ScanLaunchInput,
  SecurityHubCreateInput,
  SecurityHubDeleteInput,
  SecurityHubRenameInput,
  SecurityHubUpdateInput,
  SettingsHistoryCsvQuery,
  SettingsHistoryQuery,
  WebAppCreateInput,
  WebAppUpdateInput,
} from 'backstage-plugin-qualys-common';
import type {
  BoundObject,
  ExternalIdMigrationStepInput,
  QualysApi,
  QualysReadOptions,
  QualysRequestOptions,
} from './QualysApi';
import { createTransport, entityPath, type Transport } from './transport';

/**
 * The Qualys API over HTTP, through the portal's own fetch, which finds the
 * backend and adds who is signed in.
 *
 * @public
 */
export class QualysClientApi implements QualysApi {
  readonly #call: Transport['call'];
  readonly #text: Transport['text'];

  constructor(options: { fetchApi: FetchApi }) {
    const { call, text } = createTransport(options.fetchApi);
    this.#call = call;
    this.#text = text;
  }

  getStatus(options?: QualysRequestOptions) {
    return this.#call({ path: ['status'], answer: 'statusSchema', ...options });
  }

  startSync(subscription: string, options?: QualysRequestOptions) {
    return this.#call({
      method: 'POST',
      path: ['subscriptions', subscription, 'sync'],
      answer: 'syncStartedSchema',
      ...options,
    });
  }

  listHeldBack(
    subscription: string,
    query: Partial<HeldBackListQuery>,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: ['subscriptions', subscription, 'removals'],
      query,
      answer: 'heldBackListSchema',
      ...options,
    });
  }

  decideRemoval(
    subscription: string,
    action: RemovalAction,
    decision: RemovalDecision,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'POST',
      path: ['subscriptions', subscription, 'removals', action],
      body: decision,
      answer: 'removalDecidedSchema',
      ...options,
    });
  }

  listConnectors(
    query: Partial<ConnectorListQuery>,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: ['connectors'],
      query,
      answer: 'connectorListSchema',
      ...options,
    });
  }

  getOwnership(options?: QualysRequestOptions) {
    return this.#call({
      path: ['ownership'],
      answer: 'ownershipSchema',
      ...options,
    });
  }

  getCallHistory(
    query: Partial<CallHistoryQuery>,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: ['calls'],
      query,
      answer: 'callHistorySchema',
      ...options,
    });
  }

  listBindings(
    query: Partial<BindingListQuery>,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: ['bindings'],
      query,
      answer: 'bindingListSchema',
      ...options,
    });
  }

  decideBinding(
    id: string,
    action: BindingAction,
    decision: BindingDecision,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'POST',
      path: ['bindings', id, action],
      body: decision,
      answer: 'bindingSchema',
      ...options,
    });
  }

  getEntitySummary(entity: CompoundEntityRef, options?: QualysRequestOptions) {
    return this.#call({
      path: entityPath(entity),
      answer: 'entitySummarySchema',
      ...options,
    });
  }

  getEntityConnectorErrors(
    entity: CompoundEntityRef,
    connector: { subscription: string; id: string },
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: [...connectorPath(entity, connector), 'errors'],
      answer: 'connectorErrorListSchema',
      ...options,
    });
  }

  getEntityConnectorHistory(
    entity: CompoundEntityRef,
    connector: { subscription: string; id: string },
    query: Partial<ConnectorHistoryQuery>,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: [...connectorPath(entity, connector), 'history'],
      query,
      answer: 'connectorHistorySchema',
      ...options,
    });
  }

  getBoundEntities(
    entity: CompoundEntityRef,
    connector: { subscription: string; id: string },
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: [...connectorPath(entity, connector), 'bound-entities'],
      answer: 'boundEntitiesSchema',
      ...options,
    });
  }

  getOwnedConnectors(
    entity: CompoundEntityRef,
    query: Partial<OwnedConnectorsQuery>,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: [...entityPath(entity), 'owned-connectors'],
      query,
      answer: 'ownedConnectorsSchema',
      ...options,
    });
  }

  getConnectorSettings(object: BoundObject, options?: QualysRequestOptions) {
    return this.#call({
      path: [...connectorPath(object.entity, object), 'settings'],
      answer: 'editableConnectorSchema',
      ...options,
    });
  }

  updateConnector(
    object: BoundObject,
    version: string,
    update: ConnectorUpdateInput,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'PATCH',
      path: connectorPath(object.entity, object),
      ifMatch: version,
      body: update,
      answer: 'editableConnectorSchema',
      ...options,
    });
  }

  actOnConnector(
    object: BoundObject,
    version: string,
    action: ConnectorAction,
    why: { reason?: string },
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'POST',
      path: [...connectorPath(object.entity, object), action],
      ifMatch: version,
      body: why,
      answer: 'editableConnectorSchema',
      ...options,
    });
  }

  getConnectorAssets(object: BoundObject, options?: QualysRequestOptions) {
    return this.#call({
      path: [...connectorPath(object.entity, object), 'assets'],
      answer: 'editableConnectorAssetsSchema',
      ...options,
    });
  }

  getConnectorAssetsChoices(
    object: BoundObject,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: [...connectorPath(object.entity, object), 'assets', 'choices'],
      answer: 'connectorAssetsChoicesSchema',
      ...options,
    });
  }

  updateConnectorAssets(
    object: BoundObject,
    version: string,
    update: ConnectorAssetsUpdate,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'PATCH',
      path: [...connectorPath(object.entity, object), 'assets'],
      ifMatch: version,
      body: update,
      answer: 'editableConnectorAssetsSchema',
      ...options,
    });
  }

  renewConnectorKey(
    object: BoundObject,
    version: string,
    update: ConnectorCredentialsUpdate,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'POST',
      path: [...connectorPath(object.entity, object), 'credentials'],
      ifMatch: version,
      body: update,
      answer: 'editableConnectorSchema',
      ...options,
    });
  }

  getExternalIdMigration(object: BoundObject, options?: QualysRequestOptions) {
    return this.#call({
      path: [...connectorPath(object.entity, object), 'external-id'],
      answer: 'externalIdMigrationSchema',
      ...options,
    });
  }

  migrateExternalId(
    object: BoundObject,
    version: string,
    step: ExternalIdMigrationStepInput,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'POST',
      path: [
        ...connectorPath(object.entity, object),
        'external-id',
        ...(step.what === 'update' ? [] : [step.what]),
      ],
      ifMatch: version,
      body: bodyOfStep(step),
      answer: 'externalIdMigrationSchema',
      ...options,
    });
  }

  getS3Integration(object: BoundObject, options?: QualysRequestOptions) {
    return this.#call({
      path: s3Path(object),
      answer: 's3IntegrationSchema',
      ...options,
    });
  }

  updateS3Integration(
    object: BoundObject,
    version: string,
    update: S3UpdateInput,
    options?: QualysRequestOptions,
  ) {
    return this.#changeS3('PUT', object, [], version, update, options);
  }

  adoptS3Integration(
    object: BoundObject,
    version: string,
    adopted: S3AdoptInput,
    options?: QualysRequestOptions,
  ) {
    return this.#changeS3('POST', object, ['adopt'], version, adopted, options);
  }

  regenerateS3ExternalId(
    object: BoundObject,
    version: string,
    why: S3ExternalIdInput,
    options?: QualysRequestOptions,
  ) {
    const path = ['external-id'];
    return this.#changeS3('POST', object, path, version, why, options);
  }

  confirmS3ExternalId(
    object: BoundObject,
    version: string,
    options?: QualysRequestOptions,
  ) {
    const path = ['external-id', 'confirm'];
    return this.#changeS3('POST', object, path, version, {}, options);
  }

  getWebApp(object: BoundObject, options?: QualysReadOptions) {
    return this.#call({
      path: webAppPath(object),
      answer: 'boundWebAppSchema',
      ...freshly(options),
    });
  }

  getWebAppChoices(object: BoundObject, options?: QualysRequestOptions) {
    return this.#call({
      path: [...webAppPath(object), 'choices'],
      answer: 'webAppChoicesSchema',
      ...options,
    });
  }

  updateWebApp(
    object: BoundObject,
    version: string,
    update: WebAppUpdateInput,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'PATCH',
      path: webAppPath(object),
      ifMatch: version,
      body: update,
      answer: 'boundWebAppSchema',
      ...options,
    });
  }

  getWebAppScans(object: BoundObject, options?: QualysReadOptions) {
    return this.#call({
      path: [...webAppPath(object), 'scans'],
      answer: 'webAppScanListSchema',
      ...freshly(options),
    });
  }

  launchScan(
    object: BoundObject,
    version: string,
    scan: ScanLaunchInput,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'POST',
      path: [...webAppPath(object), 'scans'],
      ifMatch: version,
      body: scan,
      answer: 'webAppScanListSchema',
      ...options,
    });
  }

  cancelScan(
    object: BoundObject,
    version: string,
    scanId: string,
    why: ScanCancelInput,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'POST',
      path: [...webAppPath(object), 'scans', scanId, 'cancel'],
      ifMatch: version,
      body: why,
      answer: 'webAppScanListSchema',
      ...options,
    });
  }

  createWebApp(
    subscription: string,
    webApp: WebAppCreateInput,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'POST',
      path: ['web-apps', subscription],
      body: webApp,
      answer: 'createdWebAppSchema',
      ...options,
    });
  }

  getEntitySecurityHub(object: BoundObject, options?: QualysReadOptions) {
    return this.#call({
      path: [...entityPath(object.entity), ...securityHubPath(object)],
      answer: 'entitySecurityHubSchema',
      ...freshly(options),
    });
  }

  updateEntitySecurityHub(
    object: BoundObject,
    version: string,
    update: SecurityHubUpdateInput,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'PUT',
      path: [...entityPath(object.entity), ...securityHubPath(object)],
      ifMatch: version,
      body: update,
      answer: 'entitySecurityHubSchema',
      ...options,
    });
  }

  listSecurityHubIntegrations(
    subscription: string,
    options?: QualysReadOptions,
  ) {
    return this.#call({
      path: ['security-hub', subscription],
      answer: 'securityHubListSchema',
      ...freshly(options),
    });
  }

  getSecurityHubIntegration(
    integration: { subscription: string; id: string },
    options?: QualysReadOptions,
  ) {
    return this.#call({
      path: securityHubPath(integration),
      answer: 'securityHubIntegrationSchema',
      ...freshly(options),
    });
  }

  createSecurityHubIntegration(
    subscription: string,
    creation: SecurityHubCreateInput,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'POST',
      path: ['security-hub', subscription],
      body: creation,
      answer: 'securityHubIntegrationSchema',
      ...options,
    });
  }

  updateSecurityHubIntegration(
    integration: { subscription: string; id: string },
    version: string,
    update: SecurityHubUpdateInput,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'PUT',
      path: securityHubPath(integration),
      ifMatch: version,
      body: update,
      answer: 'securityHubIntegrationSchema',
      ...options,
    });
  }

  renameSecurityHubIntegration(
    integration: { subscription: string; id: string },
    version: string,
    rename: SecurityHubRenameInput,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'PUT',
      path: [...securityHubPath(integration), 'name'],
      ifMatch: version,
      body: rename,
      answer: 'securityHubIntegrationSchema',
      ...options,
    });
  }

  removeSecurityHubAccounts(
    integration: { subscription: string; id: string },
    version: string,
    removal: SecurityHubDeleteInput,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'POST',
      path: [...securityHubPath(integration), 'accounts', 'delete'],
      ifMatch: version,
      body: removal,
      answer: 'securityHubIntegrationSchema',
      ...options,
    });
  }

  deleteSecurityHubIntegration(
    integration: { subscription: string; id: string },
    version: string,
    deletion: SecurityHubDeleteInput,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'POST',
      path: [...securityHubPath(integration), 'delete'],
      ifMatch: version,
      body: deletion,
      answer: 'securityHubDeletedSchema',
      ...options,
    });
  }

  getEntityHistory(
    entity: CompoundEntityRef,
    query: Partial<EntityHistoryQuery>,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: [...entityPath(entity), 'history'],
      query,
      answer: 'settingsHistorySchema',
      ...options,
    });
  }

  getHistory(
    query: Partial<SettingsHistoryQuery>,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: ['history'],
      query,
      answer: 'settingsHistorySchema',
      ...options,
    });
  }

  getHistoryCsv(
    query: SettingsHistoryCsvQuery,
    options?: QualysRequestOptions,
  ) {
    return this.#text({ path: ['history', 'csv'], query, ...options });
  }

  #changeS3(
    method: 'PUT' | 'POST',
    object: BoundObject,
    path: string[],
    ifMatch: string,
    body: unknown,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method,
      path: [...s3Path(object), ...path],
      ifMatch,
      body,
      answer: 's3IntegrationSchema',
      ...options,
    });
  }
}

function bodyOfStep(step: ExternalIdMigrationStepInput) {
  if (step.what === 'prepare') return step.parts;
  return step.what === 'update' ? { reason: step.reason } : {};
}

function connectorPath(
  entity: CompoundEntityRef,
  connector: { subscription: string; id: string },
): string[] {
  const { subscription, id } = connector;
  return [...entityPath(entity), 'connectors', subscription, id];
}

function s3Path({ entity, subscription, id }: BoundObject): string[] {
  return [...entityPath(entity), 's3', subscription, id];
}

function webAppPath({ entity, subscription, id }: BoundObject): string[] {
  return [...entityPath(entity), 'web-apps', subscription, id];
}

function freshly({ fresh, ...options }: QualysReadOptions = {}) {
  return { ...(fresh && { query: { fresh: 'true' } }), ...options };
}

function securityHubPath(integration: {
  subscription: string;
  id: string;
}): string[] {
  return ['security-hub', integration.subscription, integration.id];
}
