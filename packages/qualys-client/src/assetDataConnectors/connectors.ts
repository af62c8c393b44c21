import type {
  AssetDataConnector,
  AwsAssetDataConnector,
  AwsAssetDataConnectorChanges,
  AwsAssetDataConnectorRuleOptions,
  AwsAssetDataConnectorSettings,
  AzureAssetDataConnector,
  AzureAssetDataConnectorChanges,
  AzureAssetDataConnectorSettings,
  GcpAssetDataConnector,
  GcpAssetDataConnectorChanges,
  GcpAssetDataConnectorSettings,
  QpsCriterion,
  ScanDateFormat,
} from 'qualys-model';
import type { CallOptions } from '../http';
import type { Paged } from '../paging';
import type { SearchOptions } from '../qps';

/**
 * How to write a connector of Asset Management.
 *
 * @public
 */
export interface AssetDataConnectorWriteOptions extends CallOptions {
  /**
   * How the first day of perimeter scans is written. The text of the document
   * says `MM/dd/yyyy` (the default), its sample has `dd/MM/yyyy`.
   */
  dateFormat?: ScanDateFormat;
}

/**
 * How to write an AWS connector of Asset Management.
 *
 * @public
 */
export interface AwsAssetDataConnectorWriteOptions
  extends AssetDataConnectorWriteOptions,
    AwsAssetDataConnectorRuleOptions {}

/**
 * What came of a change to all connectors that fulfil some conditions.
 *
 * @public
 */
export interface AssetDataConnectorsUpdated {
  /** The ids of the connectors that Qualys says were changed. */
  ids: string[];
  /** How many connectors Qualys says were changed, where it does. */
  count?: number;
}

/**
 * The connectors of one cloud in Asset Management. All calls need a Manager
 * with full scope. What Qualys answers to a write is not always what was sent,
 * so nothing of it counts but the id: read the connector to see what holds.
 *
 * Source: Asset Management connectors 3.0,
 * `/qps/rest/3.0/<verb>/am/{aws,azure,gcp}assetdataconnector`.
 *
 * @public
 */
export interface AssetDataConnectors<
  T extends AssetDataConnector,
  Settings,
  Changes,
  WriteOptions extends CallOptions = AssetDataConnectorWriteOptions,
> {
  /**
   * The connectors that fulfil all conditions, in the order of their ids.
   *
   * @param options - conditions, page size (1,000 by default), and a signal to give it up
   */
  search(options?: SearchOptions): Paged<T>;

  /**
   * One connector.
   *
   * @param id - its id in Asset Management: digits
   * @param options - who waits for it, and a signal to give it up
   * @throws QualysError `notFound` where there is none, or it is out of the user's scope
   */
  get(id: string, options?: CallOptions): Promise<T>;

  /**
   * Creates a connector.
   *
   * @param settings - what it is to be
   * @param options - rules to lift, and a signal to give it up
   * @returns its id
   * @throws QualysError `invalid`, before anything is sent, that names the setting which is wrong
   */
  create(settings: Settings, options?: WriteOptions): Promise<{ id: string }>;

  /**
   * Changes a connector. Only what is given changes. Qualys changes only
   * connectors that were created in its Connector application.
   *
   * @param id - its id in Asset Management: digits
   * @param changes - what changes
   * @param options - rules to lift, and a signal to give it up
   * @returns its id
   * @throws QualysError `invalid`, before anything is sent, that names the change which is wrong
   */
  update(
    id: string,
    changes: Changes,
    options?: WriteOptions,
  ): Promise<{ id: string }>;

  /**
   * Changes every connector that fulfils all conditions. There must be at
   * least one condition, and none with `NOT EQUALS`, which Qualys does not
   * support here because it changes connectors that nobody thought of.
   *
   * @param filters - which connectors change
   * @param changes - what changes
   * @param options - rules to lift, and a signal to give it up
   * @throws QualysError `invalid`, before anything is sent, for such conditions and wrong changes
   */
  updateWhere(
    filters: readonly QpsCriterion[],
    changes: Changes,
    options?: WriteOptions,
  ): Promise<AssetDataConnectorsUpdated>;

  /**
   * Deletes a connector.
   *
   * @param id - its id in Asset Management: digits
   * @param options - who waits for it, and a signal to give it up
   */
  delete(id: string, options?: CallOptions): Promise<void>;

  /**
   * Makes Qualys read the account now. A connector that is switched off is
   * refused.
   *
   * @param id - its id in Asset Management: digits
   * @param options - who waits for it, and a signal to give it up
   */
  run(id: string, options?: CallOptions): Promise<void>;
}

/** The AWS connectors of Asset Management. @public */
export type AwsAssetDataConnectors = AssetDataConnectors<
  AwsAssetDataConnector,
  AwsAssetDataConnectorSettings,
  AwsAssetDataConnectorChanges,
  AwsAssetDataConnectorWriteOptions
>;

/** The Azure connectors of Asset Management. @public */
export type AzureAssetDataConnectors = AssetDataConnectors<
  AzureAssetDataConnector,
  AzureAssetDataConnectorSettings,
  AzureAssetDataConnectorChanges
>;

/** The GCP connectors of Asset Management. @public */
export type GcpAssetDataConnectors = AssetDataConnectors<
  GcpAssetDataConnector,
  GcpAssetDataConnectorSettings,
  GcpAssetDataConnectorChanges
>;

/**
 * Connectors as Asset Management 3.0 knows them: a thousand on a page, with
 * their tags, modules and scans.
 *
 * @public
 */
export interface AssetDataConnectorResources {
  /** Connectors to AWS accounts. */
  aws: AwsAssetDataConnectors;
  /** Connectors to Azure subscriptions. */
  azure: AzureAssetDataConnectors;
  /** Connectors to GCP projects. */
  gcp: GcpAssetDataConnectors;
}
