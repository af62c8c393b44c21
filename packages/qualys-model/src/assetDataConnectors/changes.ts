import { z } from 'zod';
import { inOnePartition, roleArnSchema } from '../aws';
import { remediationUpdateSchema } from '../connectors';
import { appInfosInputSchema, awsAppInfosSchema } from './appInfo';
import {
  azureAuthRecordChangeSchema,
  gcpAuthRecordChangeSchema,
} from './authRecord';
import { listChangeSchema } from './listChange';
import { perimeterScanInputSchema } from './perimeterScan';
import {
  allRegionsAlone,
  externalIdRule,
  rules,
  type AwsAssetDataConnectorRuleOptions,
} from './rules';

const common = {
  /** Any text of at most 255 characters. */
  name: rules.name.optional(),
  description: rules.description.optional(),
  /** What happens to the tags of every asset that the connector finds: their ids. */
  defaultTags: listChangeSchema(rules.tagId).optional(),
  /** What happens to the modules that its assets are activated for. */
  activation: listChangeSchema(rules.module).optional(),
  /** Whether the connector is switched off. */
  disabled: rules.flag.optional(),
  /** How often Qualys reads the account, in minutes. */
  runFrequency: rules.runFrequency.optional(),
  /** What happens to remediation; left out, it stays as it is. */
  remediationEnabled: remediationUpdateSchema.optional(),
  /** Whether and how the account is scanned from the internet; a configuration takes the place of the one before. */
  perimeterScan: perimeterScanInputSchema.optional(),
};

function somethingChanges(
  context: z.core.ParsePayload<Record<string, unknown>>,
): void {
  const { value, issues } = context;
  const none = Object.entries(value).every(
    ([field, change]) =>
      change === undefined ||
      (field === 'remediationEnabled' && change === 'unchanged'),
  );
  if (none) {
    issues.push({
      code: 'custom',
      input: value,
      message: 'must change something',
    });
  }
}

/**
 * What may change of an AWS connector. What is left out stays as it is. Its
 * messages say what would be right.
 *
 * Source: "Update AWS Connector 3.0".
 *
 * @param options - named rules that can be lifted
 *
 * @public
 */
export function awsAssetDataConnectorChangesSchema(
  options: AwsAssetDataConnectorRuleOptions = {},
) {
  return z
    .strictObject({
      ...common,
      /** The role that Qualys assumes. */
      arn: roleArnSchema(options).optional(),
      /** The external ID in the trust policy of the role. */
      externalId: externalIdRule(options).optional(),
      /** Whether all regions are read; `regions` is left out then. */
      allRegions: rules.flag.optional(),
      /** What happens to the regions that are read: their codes. */
      regions: listChangeSchema(rules.region).optional(),
      /** Whether the account is in AWS GovCloud. */
      govCloud: rules.flag.optional(),
      /** Whether the account is in an AWS China region. */
      chinaRegion: rules.flag.optional(),
      /** What the connector is used for; all of it, since it takes the place of what was before. */
      appInfos: awsAppInfosSchema(options).optional(),
    })
    .check(somethingChanges)
    .check(allRegionsAlone)
    .check(inOnePartition(options));
}

/** What may change of an AWS connector. @public */
export type AwsAssetDataConnectorChanges = z.input<
  ReturnType<typeof awsAssetDataConnectorChangesSchema>
>;

/**
 * What may change of an Azure connector. What is left out stays as it is. Its
 * messages say what would be right.
 *
 * Source: "Update Azure Connector 3.0".
 *
 * @public
 */
export const azureAssetDataConnectorChangesSchema = z
  .strictObject({
    ...common,
    /** What Qualys signs in with, as far as it changes. */
    authRecord: azureAuthRecordChangeSchema.optional(),
    /** Whether the subscription is in Azure Government. */
    govCloud: rules.flag.optional(),
    /** What the connector is used for; all of it, since it takes the place of what was before. */
    appInfos: appInfosInputSchema.optional(),
  })
  .check(somethingChanges);

/** What may change of an Azure connector. @public */
export type AzureAssetDataConnectorChanges = z.input<
  typeof azureAssetDataConnectorChangesSchema
>;

/**
 * What may change of a GCP connector. What is left out stays as it is. Its
 * messages say what would be right.
 *
 * Source: "Update GCP Connector 3.0", whose sample gives the project alone.
 *
 * @public
 */
export const gcpAssetDataConnectorChangesSchema = z
  .strictObject({
    ...common,
    /** What Qualys signs in with: the project alone, or a whole key file. */
    authRecord: gcpAuthRecordChangeSchema.optional(),
    /** What the connector is used for; all of it, since it takes the place of what was before. */
    appInfos: appInfosInputSchema.optional(),
  })
  .check(somethingChanges);

/** What may change of a GCP connector. @public */
export type GcpAssetDataConnectorChanges = z.input<
  typeof gcpAssetDataConnectorChangesSchema
>;
