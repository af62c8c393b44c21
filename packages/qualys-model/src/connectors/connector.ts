import { z } from 'zod';

/**
 * The clouds that Qualys has connectors for, in Qualys' own spelling.
 *
 * Source: CloudView API v1, field `provider`; Asset Management 3.0, field `type`.
 *
 * @public
 */
export const CLOUD_PROVIDERS = ['AWS', 'AZURE', 'GCP'] as const;

/**
 * One of the clouds that Qualys has connectors for.
 *
 * Source: CloudView API v1, field `provider`.
 *
 * @public
 */
export const cloudProviderSchema = z.enum(CLOUD_PROVIDERS);

/** One of the clouds that Qualys has connectors for. @public */
export type CloudProvider = z.infer<typeof cloudProviderSchema>;

/**
 * How often Qualys polls the cloud account. The two parts add up.
 *
 * Source: CloudView API v1, `pollingFrequency`; four hours unless set.
 *
 * @public
 */
export const pollingFrequencySchema = z.object({
  /** Whole hours, 0 or more. */
  hours: z.number().int().min(0),
  /** Whole minutes, 0 to 59. */
  minutes: z.number().int().min(0),
});

/** How often Qualys polls a cloud account. @public */
export type PollingFrequency = z.infer<typeof pollingFrequencySchema>;

/**
 * A group of connectors in Qualys.
 *
 * Source: CloudView API v1, `groups` of a connector.
 *
 * @public
 */
export const connectorGroupSchema = z.object({
  /** The id of the group, a UUID. */
  id: z.string(),
  name: z.string(),
});

/** A group of connectors in Qualys. @public */
export type ConnectorGroup = z.infer<typeof connectorGroupSchema>;

const common = {
  /** The id of the connector: CloudView's `connectorId`, a UUID. */
  id: z.string().min(1),
  /** The name that people gave it in Qualys; any text. */
  name: z.string(),
  /** Free text; empty where there is none. */
  description: z.string(),
  /**
   * The account in the cloud's own terms: the AWS account id (12 digits, kept
   * as text because of leading zeros), the Azure subscription id, or the GCP
   * project id. Empty where Qualys does not say.
   */
  account: z.string(),
  /** The state in the word that Qualys used; an open set. */
  reportedState: z.string(),
  /** Whether somebody switched the connector off. */
  disabled: z.boolean(),
  /** What Qualys says is wrong: a code such as `50004` or a text. */
  error: z.string().optional(),
  /** How many assets Qualys found in the account. */
  totalAssets: z.number().int().optional(),
  /** When Qualys last read the account (ISO 8601, UTC). */
  lastSyncedOn: z.string().optional(),
  /** When Qualys means to read it next (ISO 8601, UTC). */
  nextSyncedOn: z.string().optional(),
  pollingFrequency: pollingFrequencySchema.optional(),
  /** Whether Qualys may change cloud resources; undefined where it does not say. */
  remediationEnabled: z.boolean().optional(),
  groups: z.array(connectorGroupSchema),
};

/**
 * A connector to an AWS account.
 *
 * Source: CloudView API v1, `AwsConnectorResponse`.
 *
 * @public
 */
export const awsConnectorSchema = z.object({
  provider: z.literal('AWS'),
  ...common,
  /** The alias of the AWS account, where it has one. */
  accountAlias: z.string().optional(),
  /** The role that Qualys assumes. */
  arn: z.string().optional(),
  /** The external ID in the trust policy of the role; old ones follow no common form. */
  externalId: z.string().optional(),
  /** The AWS account that Qualys assumes the role from. */
  baseAccountId: z.string().optional(),
  /** Whether the account is in AWS GovCloud. */
  govCloud: z.boolean(),
  /** Whether the account is in an AWS China region. */
  chinaRegion: z.boolean(),
  /** Whether it was created in the Connector application of the portal. */
  portalConnector: z.boolean().optional(),
  /** Its id in the Connector application. */
  portalConnectorUuid: z.string().optional(),
});

/**
 * A connector to an Azure subscription.
 *
 * Source: CloudView API v1, `AzureConnectorResponse`.
 *
 * @public
 */
export const azureConnectorSchema = z.object({
  provider: z.literal('AZURE'),
  ...common,
  /** The application (client) id that Qualys signs in with. */
  applicationId: z.string().optional(),
  /** The directory (tenant) id. */
  directoryId: z.string().optional(),
  /** The human name of the Azure subscription. */
  subscriptionName: z.string().optional(),
  /** Whether the subscription is in Azure Government. */
  govCloud: z.boolean(),
});

/**
 * A connector to a GCP project.
 *
 * Source: CloudView API v1, `GcpConnectorResponse`.
 *
 * @public
 */
export const gcpConnectorSchema = z.object({
  provider: z.literal('GCP'),
  ...common,
});

/**
 * A cloud connector, whichever cloud it belongs to.
 *
 * @public
 */
export const cloudConnectorSchema = z.discriminatedUnion('provider', [
  awsConnectorSchema,
  azureConnectorSchema,
  gcpConnectorSchema,
]);

/** A connector to an AWS account. @public */
export type AwsConnector = z.infer<typeof awsConnectorSchema>;

/** A connector to an Azure subscription. @public */
export type AzureConnector = z.infer<typeof azureConnectorSchema>;

/** A connector to a GCP project. @public */
export type GcpConnector = z.infer<typeof gcpConnectorSchema>;

/** A cloud connector, whichever cloud it belongs to. @public */
export type CloudConnector = z.infer<typeof cloudConnectorSchema>;

/**
 * Something that went wrong while Qualys read the account.
 *
 * Source: CloudView API v1, `AwsConnectorErrorResponse` and its siblings.
 *
 * @public
 */
export const connectorErrorSchema = z.object({
  /** What Qualys says is wrong. */
  error: z.string(),
  /** When it happened (ISO 8601, UTC), where Qualys says. */
  occurredOn: z.string().optional(),
  /** The region (AWS, GCP) or location (Azure) that it happened in. */
  region: z.string().optional(),
});

/** Something that went wrong while Qualys read an account. @public */
export type ConnectorError = z.infer<typeof connectorErrorSchema>;
