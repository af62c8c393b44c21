import { z } from 'zod';
import { inOnePartition } from '../aws';
import { settingsObject } from '../connectors/settings/members';
import {
  appInfosSchema,
  plainAppInfosSchema,
  type ConnectorAppInfoInput,
} from './appInfo';
import {
  azureAuthRecordSchema,
  gcpAuthRecordSchema,
  type AzureAuthRecordInput,
  type GcpAuthRecordInput,
} from './authRecord';
import {
  perimeterScanInputSchema,
  type PerimeterScanInput,
} from './perimeterScan';
import {
  allRegionsAlone,
  arnRule,
  externalIdRule,
  rules,
  type AwsAssetDataConnectorRuleOptions,
} from './rules';

/**
 * The settings that a new connector of every cloud has. What is left out is
 * left to Qualys.
 *
 * Source: "Create AWS Connector 3.0" and its siblings.
 *
 * @public
 */
export interface AssetDataConnectorSettings {
  /** Its name, for people: 1 to 255 characters. */
  name: string;
  /** Free text. */
  description?: string;
  /** The ids of the tags that every asset gets which the connector finds. */
  defaultTags?: string[];
  /** The modules that these assets are activated for: {@link ACTIVATION_MODULES}. */
  activation?: string[];
  /** Whether it is switched off from the beginning. */
  disabled?: boolean;
  /** How often Qualys reads the account, in minutes. */
  runFrequency?: number;
  /** Whether Qualys may change cloud resources. */
  remediationEnabled?: boolean;
  /** What the connector is used for. */
  appInfos?: ConnectorAppInfoInput[];
  /** Whether and how the account is scanned from the internet. */
  perimeterScan?: PerimeterScanInput;
}

/**
 * The settings of a new AWS connector.
 *
 * Source: "Create AWS Connector 3.0".
 *
 * @public
 */
export interface AwsAssetDataConnectorSettings
  extends AssetDataConnectorSettings {
  /** The ARN of the role that Qualys assumes. */
  arn: string;
  /** The external ID in the trust policy of the role. */
  externalId: string;
  /** Whether all regions are read. */
  allRegions?: boolean;
  /** The codes of the regions that are read, where not all of them are. */
  regions?: string[];
  /** Whether the account is in AWS GovCloud. */
  govCloud?: boolean;
  /** Whether the account is in an AWS China region. */
  chinaRegion?: boolean;
}

/**
 * The settings of a new Azure connector.
 *
 * Source: "Create Azure Connector 3.0".
 *
 * @public
 */
export interface AzureAssetDataConnectorSettings
  extends AssetDataConnectorSettings {
  /** What Qualys signs in with. */
  authRecord: AzureAuthRecordInput;
  /** Whether the subscription is in Azure Government. */
  govCloud?: boolean;
}

/**
 * The settings of a new GCP connector.
 *
 * Source: "Create GCP Connector 3.0".
 *
 * @public
 */
export interface GcpAssetDataConnectorSettings
  extends AssetDataConnectorSettings {
  /** What Qualys signs in with: the members of the key file of a service account. */
  authRecord: GcpAuthRecordInput;
}

const common = {
  name: rules.name,
  description: rules.description.optional(),
  defaultTags: z.array(rules.tagId, 'must be a list of ids of tags').optional(),
  activation: z.array(rules.module, 'must be a list of modules').optional(),
  disabled: rules.flag.optional(),
  runFrequency: rules.runFrequency.optional(),
  remediationEnabled: rules.flag.optional(),
  perimeterScan: perimeterScanInputSchema.optional(),
};

const REGIONS = 'must be a list of codes of AWS regions, at least one';

/**
 * The rules for the settings of a new AWS connector. Its messages say what
 * would be right.
 *
 * Source: "Create AWS Connector 3.0". It calls every parameter optional; that
 * name, ARN and external ID are needed is assumed, because a connector can do
 * nothing without them. `isChinaConfigured` stands in the schema of connectors
 * and not among the parameters.
 *
 * @param options - `allowNonStandardArn`, `allowGovAndChina` and `allowLegacyExternalId` each lift a rule
 *
 * @public
 */
export function awsAssetDataConnectorSettingsSchema(
  options: AwsAssetDataConnectorRuleOptions = {},
): z.ZodType<AwsAssetDataConnectorSettings> {
  return settingsObject('an AWS connector', {
    ...common,
    arn: arnRule(options),
    externalId: externalIdRule(options),
    allRegions: rules.flag.optional(),
    regions: z.array(rules.region, REGIONS).min(1, REGIONS).optional(),
    govCloud: rules.flag.optional(),
    chinaRegion: rules.flag.optional(),
    appInfos: appInfosSchema(arnRule(options)).optional(),
  })
    .check(allRegionsAlone)
    .check(inOnePartition(options));
}

/**
 * The rules for the settings of a new Azure connector. Its messages say what
 * would be right and hold no key.
 *
 * Source: "Create Azure Connector 3.0"; the schema of connectors demands
 * `authRecord`.
 *
 * @public
 */
export const azureAssetDataConnectorSettingsSchema: z.ZodType<AzureAssetDataConnectorSettings> =
  settingsObject('an Azure connector', {
    ...common,
    authRecord: azureAuthRecordSchema,
    govCloud: rules.flag.optional(),
    appInfos: plainAppInfosSchema.optional(),
  });

/**
 * The rules for the settings of a new GCP connector. Its messages say what
 * would be right and hold no key.
 *
 * Source: "Create GCP Connector 3.0". As users of the API report, it calls
 * `runFrequency` and `connectorAppInfos` mandatory too; here both may be left
 * out, and Qualys decides.
 *
 * @public
 */
export const gcpAssetDataConnectorSettingsSchema: z.ZodType<GcpAssetDataConnectorSettings> =
  settingsObject('a GCP connector', {
    ...common,
    authRecord: gcpAuthRecordSchema,
    appInfos: plainAppInfosSchema.optional(),
  });
