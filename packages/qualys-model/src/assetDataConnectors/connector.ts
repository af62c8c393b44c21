import { z } from 'zod';
import { qpsReferenceSchema } from '../qps';
import { connectorAppInfoSchema } from './appInfo';
import { perimeterScanSchema } from './perimeterScan';

const common = {
  /** The id of the connector in Asset Management: a number, as text. */
  id: z.string().min(1),
  /** The name that people gave it in Qualys; any text. */
  name: z.string(),
  /** Free text; empty where there is none. */
  description: z.string(),
  /**
   * The account in the cloud's own terms: the AWS account id (12 digits), the
   * Azure subscription id, or the GCP project id. Empty where Qualys does not say.
   */
  account: z.string(),
  /**
   * The state in the word that Qualys used (`connectorState`), an open set;
   * empty where Qualys does not say. What it means: see {@link connectorState}.
   */
  reportedState: z.string(),
  /** Whether somebody switched the connector off. */
  disabled: z.boolean(),
  /** Whether Qualys calls it deleted. */
  deleted: z.boolean(),
  /** The last thing that went wrong, in Qualys' words. It may be long past. */
  lastError: z.string().optional(),
  /** When Qualys last read the account (ISO 8601, UTC). */
  lastSyncedOn: z.string().optional(),
  /** When Qualys means to read it next (ISO 8601, UTC). */
  nextSyncedOn: z.string().optional(),
  /** How often Qualys reads the account, in minutes. */
  runFrequency: z.number().int().optional(),
  /** Whether Qualys may change cloud resources; undefined where it does not say. */
  remediationEnabled: z.boolean().optional(),
  /** The tags of every asset that the connector finds; undefined where Qualys does not say. */
  defaultTags: z.array(qpsReferenceSchema).optional(),
  /** The modules that its assets are activated for: {@link ACTIVATION_MODULES}, an open set; undefined where Qualys does not say. */
  activation: z.array(z.string()).optional(),
  /** What the connector is used for; undefined where Qualys does not say. */
  appInfos: z.array(connectorAppInfoSchema).optional(),
  /** Whether and how the account is scanned from the internet; undefined where Qualys does not say. */
  perimeterScan: perimeterScanSchema.optional(),
  /**
   * What of these Qualys gives in a way that tells nothing of it, such as a
   * count of tags without the tags; missing where there is no such thing.
   */
  unreadable: z
    .array(z.enum(['defaultTags', 'activation', 'perimeterScan']))
    .optional(),
  /** Whether new assets are assessed at once; undefined where Qualys does not say. */
  instantAssessmentEnabled: z.boolean().optional(),
  /** Whether it belongs to a connector for a whole organization. */
  attachedToOrgConnector: z.boolean().optional(),
  /** What `isWrapperAPI` says; its meaning is not documented. */
  wrapperApi: z.boolean().optional(),
  /**
   * The id of the same connector in CloudView, a UUID. That it equals
   * CloudView's `connectorId` is not documented by Qualys; users report it.
   */
  cloudviewUuid: z.string().optional(),
};

/**
 * A connector to an AWS account, as Asset Management knows it.
 *
 * Source: Asset Management connectors 3.0, `AwsAssetDataConnector`.
 *
 * @public
 */
export const awsAssetDataConnectorSchema = z.object({
  provider: z.literal('AWS'),
  ...common,
  /** The role that Qualys assumes. */
  arn: z.string().optional(),
  /** The external ID in the trust policy of the role; old ones follow no common form. */
  externalId: z.string().optional(),
  /** The AWS account that Qualys assumes the role from. */
  qualysAwsAccountId: z.string().optional(),
  /** Whether Qualys reads all regions; undefined where it does not say. */
  allRegions: z.boolean().optional(),
  /** The codes of the regions that Qualys reads, where it does not read all; undefined where it does not say. */
  regions: z.array(z.string()).optional(),
  /** Whether the account is in AWS GovCloud. */
  govCloud: z.boolean(),
  /** Whether the account is in an AWS China region. */
  chinaRegion: z.boolean(),
});

/**
 * A connector to an Azure subscription, as Asset Management knows it. The key
 * that it signs in with is never given back.
 *
 * Source: Asset Management connectors 3.0, `AzureAssetDataConnector`.
 *
 * @public
 */
export const azureAssetDataConnectorSchema = z.object({
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
 * A connector to a GCP project, as Asset Management knows it.
 *
 * Source: Asset Management connectors 3.0, `GcpAssetDataConnector`.
 *
 * @public
 */
export const gcpAssetDataConnectorSchema = z.object({
  provider: z.literal('GCP'),
  ...common,
});

/**
 * A connector of Asset Management, whichever cloud it belongs to.
 *
 * @public
 */
export const assetDataConnectorSchema = z.discriminatedUnion('provider', [
  awsAssetDataConnectorSchema,
  azureAssetDataConnectorSchema,
  gcpAssetDataConnectorSchema,
]);

/** A connector to an AWS account, as Asset Management knows it. @public */
export type AwsAssetDataConnector = z.infer<typeof awsAssetDataConnectorSchema>;

/** A connector to an Azure subscription, as Asset Management knows it. @public */
export type AzureAssetDataConnector = z.infer<
  typeof azureAssetDataConnectorSchema
>;

/** A connector to a GCP project, as Asset Management knows it. @public */
export type GcpAssetDataConnector = z.infer<typeof gcpAssetDataConnectorSchema>;

/** A connector of Asset Management, whichever cloud it belongs to. @public */
export type AssetDataConnector = z.infer<typeof assetDataConnectorSchema>;
