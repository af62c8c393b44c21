import { z } from 'zod';
import { inOnePartition, roleArnSchema } from '../aws';
import { appInfosInputSchema, awsAppInfosSchema } from './appInfo';
import {
  azureAuthRecordInputSchema,
  gcpAuthRecordInputSchema,
} from './authRecord';
import { perimeterScanInputSchema } from './perimeterScan';
import {
  allRegionsAlone,
  externalIdRule,
  rules,
  type AwsAssetDataConnectorRuleOptions,
} from './rules';

const common = {
  /** Any text of at most 255 characters. */
  name: rules.name,
  description: rules.description.optional(),
  /** The ids of the tags of every asset that the connector finds. */
  defaultTags: z.array(rules.tagId).optional(),
  /** The modules that its assets are activated for. */
  activation: z.array(rules.module).optional(),
  /** Whether it is switched off from the beginning. */
  disabled: rules.flag.optional(),
  /** How often Qualys reads the account, in minutes. */
  runFrequency: rules.runFrequency.optional(),
  /** Whether Qualys may change cloud resources. */
  remediationEnabled: rules.flag.optional(),
  /** Whether and how the account is scanned from the internet. */
  perimeterScan: perimeterScanInputSchema.optional(),
};

/**
 * The settings of a new AWS connector: what may be written. Its messages say
 * what would be right.
 *
 * Source: "Create AWS Connector 3.0". It calls every parameter optional; that
 * name, ARN and external ID are needed is assumed, because a connector can do
 * nothing without them. `isChinaConfigured` stands in the schema of connectors
 * and not among the parameters.
 *
 * @param options - named rules that can be lifted
 *
 * @public
 */
export function awsAssetDataConnectorSettingsSchema(
  options: AwsAssetDataConnectorRuleOptions = {},
) {
  return z
    .strictObject({
      ...common,
      /** The role that Qualys assumes. */
      arn: roleArnSchema(options),
      /** The external ID in the trust policy of the role. */
      externalId: externalIdRule(options),
      /** Whether all regions are read; `regions` is left out then. */
      allRegions: rules.flag.optional(),
      /** The codes of the regions that are read. */
      regions: z
        .array(rules.region)
        .min(1, 'must name at least one region')
        .optional(),
      /** Whether the account is in AWS GovCloud. */
      govCloud: rules.flag.optional(),
      /** Whether the account is in an AWS China region. */
      chinaRegion: rules.flag.optional(),
      /** What the connector is used for. */
      appInfos: awsAppInfosSchema(options).optional(),
    })
    .check(allRegionsAlone)
    .check(inOnePartition(options));
}

/** The settings of a new AWS connector. @public */
export type AwsAssetDataConnectorSettings = z.input<
  ReturnType<typeof awsAssetDataConnectorSettingsSchema>
>;

/**
 * The settings of a new Azure connector: what may be written. Its messages say
 * what would be right.
 *
 * Source: "Create Azure Connector 3.0"; the schema of connectors demands
 * `authRecord`.
 *
 * @public
 */
export const azureAssetDataConnectorSettingsSchema = z.strictObject({
  ...common,
  /** What Qualys signs in with. */
  authRecord: azureAuthRecordInputSchema,
  /** Whether the subscription is in Azure Government. */
  govCloud: rules.flag.optional(),
  /** What the connector is used for. */
  appInfos: appInfosInputSchema.optional(),
});

/** The settings of a new Azure connector. @public */
export type AzureAssetDataConnectorSettings = z.input<
  typeof azureAssetDataConnectorSettingsSchema
>;

/**
 * The settings of a new GCP connector: what may be written. Its messages say
 * what would be right.
 *
 * Source: "Create GCP Connector 3.0". As users of the API report, it calls
 * `runFrequency` and `connectorAppInfos` mandatory too; here both may be left
 * out, and Qualys decides.
 *
 * @public
 */
export const gcpAssetDataConnectorSettingsSchema = z.strictObject({
  ...common,
  /** What Qualys signs in with: the key file of a service account. */
  authRecord: gcpAuthRecordInputSchema,
  /** What the connector is used for. */
  appInfos: appInfosInputSchema.optional(),
});

/** The settings of a new GCP connector. @public */
export type GcpAssetDataConnectorSettings = z.input<
  typeof gcpAssetDataConnectorSettingsSchema
>;
