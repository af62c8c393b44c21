import type {
  AwsBaseAccounts,
  AwsConnector,
  AwsConnectorRuleOptions,
  AwsConnectorSettings,
  AwsConnectorUpdate,
  AzureConnector,
  AzureConnectorSettings,
  AzureConnectorUpdate,
  CloudConnector,
  CloudFormationTemplateRequest,
  ConnectorError,
  GcpConnector,
  GcpConnectorSettings,
  GcpConnectorUpdate,
} from 'qualys-model';
import type { CallOptions } from '../http';
import type { Paged } from '../paging';
import type { ConnectorListOptions, PageOptions } from './list';

/**
 * What can be done with the connectors of any cloud.
 *
 * Source: CloudView API v1, `/rest/v1/{aws,azure,gcp}/connectors`.
 *
 * @public
 */
export interface CloudConnectors<T extends CloudConnector> {
  /**
   * All connectors of the cloud, the one that was read last first. Qualys sorts
   * anew for every page: what is read while connectors sync may come twice or,
   * when it moves to a page that was read before, not at all. Compare the ids
   * with `totalItems` of the pages where it matters.
   *
   * @param options - page size, order, filter, and a signal to give it up
   */
  list(options?: ConnectorListOptions): Paged<T>;

  /**
   * One connector.
   *
   * @param id - its id, a UUID
   * @param options - who waits for it, and a signal to give it up
   * @throws QualysError `notFound` where there is none, or it is out of the user's scope
   */
  get(id: string, options?: CallOptions): Promise<T>;

  /**
   * What went wrong while Qualys read the account of a connector.
   *
   * @param id - the id of the connector, a UUID
   * @param options - page size, and a signal to give it up
   */
  errors(id: string, options?: PageOptions): Paged<ConnectorError>;

  /**
   * Deletes connectors, for good. What Qualys does where only some of the ids
   * exist is not documented: after an error, read the list.
   *
   * @param ids - one id, or 1 to 100 of them; UUIDs
   * @param options - who waits for it, and a signal to give it up
   * @throws QualysError `outcomeUnknown` where the answer was lost
   */
  delete(ids: string | readonly string[], options?: CallOptions): Promise<void>;

  /**
   * Has Qualys read the accounts of connectors now, out of turn. It has begun,
   * not ended, when this returns: `get` tells how it goes.
   *
   * @param ids - one id, or 1 to 100 of them; UUIDs
   * @param options - who waits for it, and a signal to give it up
   * @throws QualysError `outcomeUnknown` where the answer was lost
   */
  run(ids: string | readonly string[], options?: CallOptions): Promise<void>;

  /**
   * Switches connectors on.
   *
   * @param ids - one id, or 1 to 100 of them; UUIDs
   * @param options - who waits for it, and a signal to give it up
   * @throws QualysError `outcomeUnknown` where the answer was lost
   */
  enable(ids: string | readonly string[], options?: CallOptions): Promise<void>;

  /**
   * Switches connectors off: Qualys no longer reads their accounts.
   *
   * @param ids - one id, or 1 to 100 of them; UUIDs
   * @param options - who waits for it, and a signal to give it up
   * @throws QualysError `outcomeUnknown` where the answer was lost
   */
  disable(
    ids: string | readonly string[],
    options?: CallOptions,
  ): Promise<void>;
}

/**
 * How to write an AWS connector: who waits for it, a signal, and which rules
 * of the settings are lifted.
 *
 * @public
 */
export interface AwsConnectorWriteOptions
  extends CallOptions,
    AwsConnectorRuleOptions {}

/**
 * The connectors of AWS.
 *
 * @public
 */
export interface AwsCloudConnectors extends CloudConnectors<AwsConnector> {
  /**
   * Creates a connector. It is `PENDING` at first, mostly with an `error` that
   * is a warning then (`connectorWarning` of qualys-model tells): Qualys has
   * not read the account yet. The answer may differ from what was asked for.
   *
   * Source: CloudView API v1, `POST /rest/v1/aws/connectors`.
   *
   * @param settings - what it shall be
   * @param options - `allowNonStandardArn` and `allowGovAndChina` lift a rule each
   * @throws QualysError `invalid` that names the setting, before anything is sent; `outcomeUnknown` where the answer was lost: look for the connector in the list
   */
  create(
    settings: AwsConnectorSettings,
    options?: AwsConnectorWriteOptions,
  ): Promise<AwsConnector>;

  /**
   * Replaces the settings of a connector. Its external ID must be in the form
   * of 2021: a connector with an older one cannot be changed without a new ID.
   *
   * Source: CloudView API v1, `PUT /rest/v1/aws/connectors/{connectorId}`. A
   * sample in the documents sends a POST to the list, which would create
   * another connector; it is never sent.
   *
   * @param id - its id, a UUID
   * @param settings - all of them; remediation alone stays as it is where it is left out
   * @param options - `allowNonStandardArn` and `allowGovAndChina` lift a rule each
   * @throws QualysError `invalid` that names the setting, before anything is sent; `outcomeUnknown` where the answer was lost: read the connector
   */
  update(
    id: string,
    settings: AwsConnectorUpdate,
    options?: AwsConnectorWriteOptions,
  ): Promise<AwsConnector>;

  /**
   * The AWS accounts that Qualys assumes the roles of connectors from.
   *
   * Source: CloudView API v1, `GET /rest/v1/aws/connectors/awsBaseAccountId`.
   *
   * @param options - who waits for it, and a signal to give it up
   */
  baseAccount(options?: CallOptions): Promise<AwsBaseAccounts>;

  /**
   * A CloudFormation template that makes the role of a connector, as Qualys
   * writes it: JSON or YAML.
   *
   * Source: CloudView API v1, `GET /rest/v1/aws/connectors/aws/download`.
   *
   * @param request - the external ID of the connector, and the partition of its account
   * @param options - who waits for it, and a signal to give it up
   * @throws QualysError `unexpectedAnswer` where the answer is no template
   */
  cloudFormationTemplate(
    request: CloudFormationTemplateRequest,
    options?: CallOptions,
  ): Promise<string>;
}

/**
 * How to update an Azure connector.
 *
 * @public
 */
export interface AzureConnectorUpdateOptions extends CallOptions {
  /**
   * Sends `subscriptionId`, as a sample in the documents does. The description
   * of the API has no such field for an update. Default: false.
   */
  sendSubscriptionId?: boolean;
}

/**
 * The connectors of Azure.
 *
 * @public
 */
export interface AzureCloudConnectors extends CloudConnectors<AzureConnector> {
  /**
   * Creates a connector. It is `PENDING` at first. The answer may differ from
   * what was asked for, and never holds the key.
   *
   * Source: CloudView API v1, `POST /rest/v1/azure/connectors`.
   *
   * @param settings - what it shall be
   * @param options - who waits for it, and a signal to give it up
   * @throws QualysError `invalid` that names the setting, before anything is sent; `outcomeUnknown` where the answer was lost: look for the connector in the list
   */
  create(
    settings: AzureConnectorSettings,
    options?: CallOptions,
  ): Promise<AzureConnector>;

  /**
   * Replaces the settings of a connector. Whether Qualys keeps the key that it
   * has where none is sent is not documented.
   *
   * Source: CloudView API v1, `PUT /rest/v1/azure/connectors/{connectorId}`.
   *
   * @param id - its id, a UUID
   * @param settings - all of them; remediation alone is known to stay as it is where it is left out. `subscriptionId` is sent only with `sendSubscriptionId`
   * @param options - `sendSubscriptionId`, who waits for it, and a signal to give it up
   * @throws QualysError `invalid` that names the setting, before anything is sent; `outcomeUnknown` where the answer was lost: read the connector
   */
  update(
    id: string,
    settings: AzureConnectorUpdate,
    options?: AzureConnectorUpdateOptions,
  ): Promise<AzureConnector>;
}

/**
 * The connectors of GCP.
 *
 * @public
 */
export interface GcpCloudConnectors extends CloudConnectors<GcpConnector> {
  /**
   * Creates a connector. It is `PENDING` at first. The answer may differ from
   * what was asked for, and never holds the key file.
   *
   * Source: CloudView API v1, `POST /rest/v1/gcp/connectors` (a form with a file).
   *
   * @param settings - what it shall be
   * @param options - who waits for it, and a signal to give it up
   * @throws QualysError `invalid` that names the setting, before anything is sent; `outcomeUnknown` where the answer was lost: look for the connector in the list
   */
  create(
    settings: GcpConnectorSettings,
    options?: CallOptions,
  ): Promise<GcpConnector>;

  /**
   * Changes a connector.
   *
   * Source: CloudView API v1, `PUT /rest/v1/gcp/connectors/{connectorId}` (a
   * form). A sample in the documents sends JSON under the name of a form.
   *
   * @param id - its id, a UUID
   * @param changes - at least one
   * @param options - who waits for it, and a signal to give it up
   * @throws QualysError `invalid` that names the setting, before anything is sent; `outcomeUnknown` where the answer was lost: read the connector
   */
  update(
    id: string,
    changes: GcpConnectorUpdate,
    options?: CallOptions,
  ): Promise<GcpConnector>;
}

/**
 * Cloud connectors as CloudView v1 knows them. Qualys calls this interface
 * old; it is the one that its documents describe in full.
 *
 * @public
 */
export interface CloudConnectorResources {
  /** Connectors to AWS accounts. */
  aws: AwsCloudConnectors;
  /** Connectors to Azure subscriptions. */
  azure: AzureCloudConnectors;
  /** Connectors to GCP projects. */
  gcp: GcpCloudConnectors;
}
