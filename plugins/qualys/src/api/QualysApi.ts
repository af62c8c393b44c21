import type { CompoundEntityRef } from '@backstage/catalog-model';
import { createApiRef, type ApiRef } from '@backstage/frontend-plugin-api';
import type {
  Binding,
  BindingAction,
  BindingDecision,
  BindingList,
  BindingListQuery,
  BoundEntities,
  BoundWebApp,
  CallHistory,
  CallHistoryQuery,
  ConnectorAction,
  ConnectorAssetsChoices,
  ConnectorAssetsUpdate,
  ConnectorCredentialsUpdate,
  ConnectorErrorList,
  ConnectorHistory,
  ConnectorHistoryQuery,
  ConnectorList,
  ConnectorListQuery,
  ConnectorUpdateInput,
  CreatedWebApp,
  EditableConnector,
  EditableConnectorAssets,
  EntityHistoryQuery,
  EntitySecurityHub,
  EntitySummary,
  ExternalIdMigration,
  ExternalIdPrepare,
  HeldBackList,
  HeldBackListQuery,
  OwnedConnectors,
  OwnedConnectorsQuery,
  Ownership,
  RemovalAction,
  RemovalDecided,
  RemovalDecision,
  S3AdoptInput,
  S3ExternalIdInput,
  S3Integration,
  S3UpdateInput,
  ScanCancelInput,
  ScanLaunchInput,
  SecurityHubCreateInput,
  SecurityHubDeleteInput,
  SecurityHubIntegrationDetails,
  SecurityHubList,
  SecurityHubRenameInput,
  SecurityHubUpdateInput,
  SettingsHistory,
  SettingsHistoryCsvQuery,
  SettingsHistoryQuery,
  Status,
  SyncStarted,
  WebAppChoices,
  WebAppCreateInput,
  WebAppScanList,
  WebAppUpdateInput,
} from 'backstage-plugin-qualys-common';

/**
 * Options of every request.
 *
 * @public
 */
export interface QualysRequestOptions {
  /** Ends the request; it then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Options of reading what Qualys is asked for.
 *
 * @public
 */
export interface QualysReadOptions extends QualysRequestOptions {
  /** Whether it is for a form: a few seconds old at most. It takes a permission to change something. */
  fresh?: boolean;
}

/**
 * A step of the migration of an external ID: to make a new one, to give it to
 * Qualys, to have Qualys read the account with it, and to say that the old one
 * is out of the role's condition.
 *
 * @public
 */
export type ExternalIdMigrationStepInput =
  | { what: 'prepare'; parts: ExternalIdPrepare }
  | { what: 'update'; reason: string }
  | { what: 'run' }
  | { what: 'finish' };

/**
 * An object in Qualys that is bound to an entity, as the entity's page names it.
 *
 * @public
 */
export interface BoundObject {
  entity: CompoundEntityRef;
  subscription: string;
  id: string;
}

/**
 * The Qualys backend, as the pages and cards see it. Every method rejects with
 * a {@link QualysApiError}, or with an `AbortError` when it was aborted.
 *
 * @public
 */
export interface QualysApi {
  /** The subscriptions, their sync runs, and the owners that occur. */
  getStatus(options?: QualysRequestOptions): Promise<Status>;

  /** Starts a sync of a subscription, or joins the one under way. */
  startSync(
    subscription: string,
    options?: QualysRequestOptions,
  ): Promise<SyncStarted>;

  /** The removals of a subscription that are held back, with a page of the connectors. */
  listHeldBack(
    subscription: string,
    query: Partial<HeldBackListQuery>,
    options?: QualysRequestOptions,
  ): Promise<HeldBackList>;

  /**
   * Lets the connectors of a held-back removal go, or keeps them. Rejects with
   * the code `conflict` when other connectors are missing by now.
   */
  decideRemoval(
    subscription: string,
    action: RemovalAction,
    decision: RemovalDecision,
    options?: QualysRequestOptions,
  ): Promise<RemovalDecided>;

  /** A page of all connectors; what the query leaves out has its default. */
  listConnectors(
    query: Partial<ConnectorListQuery>,
    options?: QualysRequestOptions,
  ): Promise<ConnectorList>;

  /** Which rule owns which connectors, and what nobody owns. */
  getOwnership(options?: QualysRequestOptions): Promise<Ownership>;

  /** The calls to Qualys over time. */
  getCallHistory(
    query: Partial<CallHistoryQuery>,
    options?: QualysRequestOptions,
  ): Promise<CallHistory>;

  /** A page of claims, oldest first. */
  listBindings(
    query: Partial<BindingListQuery>,
    options?: QualysRequestOptions,
  ): Promise<BindingList>;

  /** Accepts, rejects or withdraws a claim, and answers what it is then. */
  decideBinding(
    id: string,
    action: BindingAction,
    decision: BindingDecision,
    options?: QualysRequestOptions,
  ): Promise<Binding>;

  /** All that is bound to an entity. */
  getEntitySummary(
    entity: CompoundEntityRef,
    options?: QualysRequestOptions,
  ): Promise<EntitySummary>;

  /** The errors of a connector that is bound to an entity. */
  getEntityConnectorErrors(
    entity: CompoundEntityRef,
    connector: { subscription: string; id: string },
    options?: QualysRequestOptions,
  ): Promise<ConnectorErrorList>;

  /** A page of what happened to a connector that is bound to an entity, newest first. */
  getEntityConnectorHistory(
    entity: CompoundEntityRef,
    connector: { subscription: string; id: string },
    query: Partial<ConnectorHistoryQuery>,
    options?: QualysRequestOptions,
  ): Promise<ConnectorHistory>;

  /**
   * The entities that a connector of an entity is bound to, of those that the
   * user may see in the catalog.
   */
  getBoundEntities(
    entity: CompoundEntityRef,
    connector: { subscription: string; id: string },
    options?: QualysRequestOptions,
  ): Promise<BoundEntities>;

  /** A page of the connectors that a group or a user owns, or that belong to a system. */
  getOwnedConnectors(
    entity: CompoundEntityRef,
    query: Partial<OwnedConnectorsQuery>,
    options?: QualysRequestOptions,
  ): Promise<OwnedConnectors>;

  /** The settings of a connector that is bound to an entity, from Qualys as they are just now. */
  getConnectorSettings(
    object: BoundObject,
    options?: QualysRequestOptions,
  ): Promise<EditableConnector>;

  /**
   * Changes settings of a connector.
   *
   * @param version - that of the state that the change is made from; where it
   * has changed, the error is `preconditionFailed` with `current`
   */
  updateConnector(
    object: BoundObject,
    version: string,
    update: ConnectorUpdateInput,
    options?: QualysRequestOptions,
  ): Promise<EditableConnector>;

  /** Switches a connector on or off, or has Qualys read its account now. */
  actOnConnector(
    object: BoundObject,
    version: string,
    action: ConnectorAction,
    why: { reason?: string },
    options?: QualysRequestOptions,
  ): Promise<EditableConnector>;

  /** What an AWS connector makes of its assets, from Asset Management as it is just now. */
  getConnectorAssets(
    object: BoundObject,
    options?: QualysRequestOptions,
  ): Promise<EditableConnectorAssets>;

  /** The tags and option profiles that it can be given. */
  getConnectorAssetsChoices(
    object: BoundObject,
    options?: QualysRequestOptions,
  ): Promise<ConnectorAssetsChoices>;

  /**
   * Changes tags, modules and perimeter scan of an AWS connector.
   *
   * @param version - that of the state that the change is made from; where it
   * has changed, the error is `preconditionFailed` with `current`
   */
  updateConnectorAssets(
    object: BoundObject,
    version: string,
    update: ConnectorAssetsUpdate,
    options?: QualysRequestOptions,
  ): Promise<EditableConnectorAssets>;

  /**
   * Renews the key that Qualys signs in with to Azure or GCP, or takes note of
   * when it expires.
   *
   * @param version - that of the settings of the connector
   */
  renewConnectorKey(
    object: BoundObject,
    version: string,
    update: ConnectorCredentialsUpdate,
    options?: QualysRequestOptions,
  ): Promise<EditableConnector>;

  /** Where the migration of the external ID of an AWS connector stands, from Qualys as it is just now. */
  getExternalIdMigration(
    object: BoundObject,
    options?: QualysRequestOptions,
  ): Promise<ExternalIdMigration>;

  /**
   * Takes a step of the migration of an external ID.
   *
   * @param version - that of the state that it is taken from; where it has
   * changed, the error is `preconditionFailed` with `current`
   */
  migrateExternalId(
    object: BoundObject,
    version: string,
    step: ExternalIdMigrationStepInput,
    options?: QualysRequestOptions,
  ): Promise<ExternalIdMigration>;

  /** What is known of an S3 integration that is bound to an entity. */
  getS3Integration(
    object: BoundObject,
    options?: QualysRequestOptions,
  ): Promise<S3Integration>;

  /**
   * Sends settings of an S3 integration to Qualys, all of them.
   *
   * @param version - that of the state that the change is made from; where it
   * has changed, the error is `preconditionFailed` with `current`
   */
  updateS3Integration(
    object: BoundObject,
    version: string,
    update: S3UpdateInput,
    options?: QualysRequestOptions,
  ): Promise<S3Integration>;

  /** Enters the settings that an S3 integration has in Qualys; nothing is sent. */
  adoptS3Integration(
    object: BoundObject,
    version: string,
    adopted: S3AdoptInput,
    options?: QualysRequestOptions,
  ): Promise<S3Integration>;

  /** Lets Qualys make a new external ID, which stops deliveries until the role trusts it. */
  regenerateS3ExternalId(
    object: BoundObject,
    version: string,
    why: S3ExternalIdInput,
    options?: QualysRequestOptions,
  ): Promise<S3Integration>;

  /** Says that the role trusts the last external ID. */
  confirmS3ExternalId(
    object: BoundObject,
    version: string,
    options?: QualysRequestOptions,
  ): Promise<S3Integration>;

  /** A web app that is bound to an entity, as Qualys told it last. */
  getWebApp(
    object: BoundObject,
    options?: QualysReadOptions,
  ): Promise<BoundWebApp>;

  /** What the forms of a web app can choose from. */
  getWebAppChoices(
    object: BoundObject,
    options?: QualysRequestOptions,
  ): Promise<WebAppChoices>;

  /**
   * Changes settings of a web app; only those that are given.
   *
   * @param version - that of the state that the change is made from; where it
   * has changed, the error is `preconditionFailed` with `current`
   */
  updateWebApp(
    object: BoundObject,
    version: string,
    update: WebAppUpdateInput,
    options?: QualysRequestOptions,
  ): Promise<BoundWebApp>;

  /** The last scans of a web app, newest first. */
  getWebAppScans(
    object: BoundObject,
    options?: QualysReadOptions,
  ): Promise<WebAppScanList>;

  /**
   * Launches a scan of a web app: an active test of a live site.
   *
   * @param version - that of the last list of scans; where there is a newer
   * scan, the error is `preconditionFailed` with `current`
   */
  launchScan(
    object: BoundObject,
    version: string,
    scan: ScanLaunchInput,
    options?: QualysRequestOptions,
  ): Promise<WebAppScanList>;

  /** Cancels a scan of a web app that has not come to its end. */
  cancelScan(
    object: BoundObject,
    version: string,
    scanId: string,
    why: ScanCancelInput,
    options?: QualysRequestOptions,
  ): Promise<WebAppScanList>;

  /** Creates a web app in a subscription, and binds it to an entity. */
  createWebApp(
    subscription: string,
    webApp: WebAppCreateInput,
    options?: QualysRequestOptions,
  ): Promise<CreatedWebApp>;

  /**
   * What Security Hub gets of the AWS accounts that are bound to an entity in
   * an integration.
   */
  getEntitySecurityHub(
    object: BoundObject,
    options?: QualysReadOptions,
  ): Promise<EntitySecurityHub>;

  /**
   * Changes what Security Hub gets of these accounts, all of them. It takes
   * several steps: where one fails, the error says in `steps` which are done.
   *
   * @param version - that of the state that the change is made from; where it
   * has changed, the error is `preconditionFailed` with `current`
   */
  updateEntitySecurityHub(
    object: BoundObject,
    version: string,
    update: SecurityHubUpdateInput,
    options?: QualysRequestOptions,
  ): Promise<EntitySecurityHub>;

  /** The Security Hub integrations of a subscription, with the accounts of all teams. */
  listSecurityHubIntegrations(
    subscription: string,
    options?: QualysReadOptions,
  ): Promise<SecurityHubList>;

  /**
   * A Security Hub integration with the accounts of all teams.
   */
  getSecurityHubIntegration(
    integration: { subscription: string; id: string },
    options?: QualysReadOptions,
  ): Promise<SecurityHubIntegrationDetails>;

  /**
   * Creates a Security Hub integration and configures its accounts. Where it is
   * created and cannot be configured, the error has the integration in
   * `current`.
   */
  createSecurityHubIntegration(
    subscription: string,
    creation: SecurityHubCreateInput,
    options?: QualysRequestOptions,
  ): Promise<SecurityHubIntegrationDetails>;

  /**
   * Changes the accounts of a Security Hub integration, all of them; as
   * {@link QualysApi.updateEntitySecurityHub}.
   */
  updateSecurityHubIntegration(
    integration: { subscription: string; id: string },
    version: string,
    update: SecurityHubUpdateInput,
    options?: QualysRequestOptions,
  ): Promise<SecurityHubIntegrationDetails>;

  /** Gives a Security Hub integration another name. */
  renameSecurityHubIntegration(
    integration: { subscription: string; id: string },
    version: string,
    rename: SecurityHubRenameInput,
    options?: QualysRequestOptions,
  ): Promise<SecurityHubIntegrationDetails>;

  /** Takes all accounts out of a Security Hub integration, whose name was typed for that. */
  removeSecurityHubAccounts(
    integration: { subscription: string; id: string },
    version: string,
    removal: SecurityHubDeleteInput,
    options?: QualysRequestOptions,
  ): Promise<SecurityHubIntegrationDetails>;

  /** Deletes a Security Hub integration, whose name was typed for that. */
  deleteSecurityHubIntegration(
    integration: { subscription: string; id: string },
    version: string,
    deletion: SecurityHubDeleteInput,
    options?: QualysRequestOptions,
  ): Promise<{ deleted: true }>;

  /** Who changed what on the page of an entity, newest first. */
  getEntityHistory(
    entity: CompoundEntityRef,
    query: Partial<EntityHistoryQuery>,
    options?: QualysRequestOptions,
  ): Promise<SettingsHistory>;

  /** Who changed what, of all entities, newest first. */
  getHistory(
    query: Partial<SettingsHistoryQuery>,
    options?: QualysRequestOptions,
  ): Promise<SettingsHistory>;

  /** The same as CSV, a line for each setting that changed: all of it, up to 10,000 entries. */
  getHistoryCsv(
    query: SettingsHistoryCsvQuery,
    options?: QualysRequestOptions,
  ): Promise<string>;
}

/**
 * The reference of the Qualys API, to use it or to put another one in its place.
 *
 * @public
 */
export const qualysApiRef: ApiRef<QualysApi> = createApiRef<QualysApi>().with({
  id: 'plugin.qualys.service',
  pluginId: 'qualys',
});
