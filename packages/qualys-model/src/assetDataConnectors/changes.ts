import { z } from 'zod';
import { inOnePartition } from '../aws';
import { remediationUpdateSchema, type RemediationUpdate } from '../connectors';
import { settingsObject } from '../connectors/settings/members';
import { qpsCollectionChangeSchema, type QpsCollectionChange } from '../qps';
import {
  appInfosSchema,
  plainAppInfosSchema,
  type ConnectorAppInfoInput,
} from './appInfo';
import {
  azureAuthRecordChangeSchema,
  gcpAuthRecordChangeSchema,
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
 * What may change of a connector of any cloud. What is left out stays as it is.
 *
 * Source: "Update AWS Connector 3.0" and its siblings.
 *
 * @public
 */
export interface AssetDataConnectorChanges {
  /** Its name, for people: 1 to 255 characters. */
  name?: string;
  /** Free text. */
  description?: string;
  /** What happens to the tags that every asset gets which the connector finds: their ids. */
  defaultTags?: QpsCollectionChange<string>;
  /** What happens to the modules that these assets are activated for. */
  activation?: QpsCollectionChange<string>;
  /** Whether the connector is switched off. */
  disabled?: boolean;
  /** How often Qualys reads the account, in minutes. */
  runFrequency?: number;
  /** What happens to remediation; left as it is unless given. */
  remediationEnabled?: RemediationUpdate;
  /** What the connector is used for: all of it, which takes the place of what it was used for. */
  appInfos?: ConnectorAppInfoInput[];
  /** Whether and how the account is scanned from the internet; a configuration takes the place of the one before. */
  perimeterScan?: PerimeterScanInput;
}

/**
 * What may change of an AWS connector.
 *
 * Source: "Update AWS Connector 3.0".
 *
 * @public
 */
export interface AwsAssetDataConnectorChanges
  extends AssetDataConnectorChanges {
  /** The ARN of the role that Qualys assumes. */
  arn?: string;
  /** The external ID in the trust policy of the role. */
  externalId?: string;
  /** Whether all regions are read. */
  allRegions?: boolean;
  /** What happens to the regions that are read: their codes. The documents show `add` alone. */
  regions?: QpsCollectionChange<string>;
  /** Whether the account is in AWS GovCloud. */
  govCloud?: boolean;
  /** Whether the account is in an AWS China region. */
  chinaRegion?: boolean;
}

/**
 * What may change of an Azure connector.
 *
 * Source: "Update Azure Connector 3.0".
 *
 * @public
 */
export interface AzureAssetDataConnectorChanges
  extends AssetDataConnectorChanges {
  /** What changes of what Qualys signs in with. Whether Qualys keeps what is left out is not documented. */
  authRecord?: Partial<AzureAuthRecordInput>;
  /** Whether the subscription is in Azure Government. */
  govCloud?: boolean;
}

/**
 * What may change of a GCP connector.
 *
 * Source: "Update GCP Connector 3.0", whose sample gives the project alone.
 *
 * @public
 */
export interface GcpAssetDataConnectorChanges
  extends AssetDataConnectorChanges {
  /** What Qualys signs in with: the project alone, or all members of a key file. */
  authRecord?: Pick<GcpAuthRecordInput, 'project_id'> | GcpAuthRecordInput;
}

const common = {
  name: rules.name.optional(),
  description: rules.description.optional(),
  defaultTags: qpsCollectionChangeSchema(rules.tagId).optional(),
  activation: qpsCollectionChangeSchema(rules.module).optional(),
  disabled: rules.flag.optional(),
  runFrequency: rules.runFrequency.optional(),
  remediationEnabled: remediationUpdateSchema.optional(),
  perimeterScan: perimeterScanInputSchema.optional(),
};

function somethingChanges({
  value,
  issues,
}: z.core.ParsePayload<Record<string, unknown>>): void {
  const changes = Object.values(value).some(
    change => change !== undefined && change !== 'unchanged',
  );
  if (!changes) {
    issues.push({
      code: 'custom',
      input: undefined,
      message: 'must change something',
    });
  }
}

/**
 * The rules for what may change of an AWS connector. Its messages say what
 * would be right.
 *
 * Source: "Update AWS Connector 3.0".
 *
 * @param options - `allowNonStandardArn`, `allowGovAndChina` and `allowLegacyExternalId` each lift a rule
 *
 * @public
 */
export function awsAssetDataConnectorChangesSchema(
  options: AwsAssetDataConnectorRuleOptions = {},
): z.ZodType<AwsAssetDataConnectorChanges> {
  return settingsObject('an AWS connector', {
    ...common,
    arn: arnRule(options).optional(),
    externalId: externalIdRule(options).optional(),
    allRegions: rules.flag.optional(),
    regions: qpsCollectionChangeSchema(rules.region).optional(),
    govCloud: rules.flag.optional(),
    chinaRegion: rules.flag.optional(),
    appInfos: appInfosSchema(arnRule(options)).optional(),
  })
    .check(somethingChanges)
    .check(allRegionsAlone)
    .check(inOnePartition(options));
}

/**
 * The rules for what may change of an Azure connector. Its messages say what
 * would be right and hold no key.
 *
 * Source: "Update Azure Connector 3.0".
 *
 * @public
 */
export const azureAssetDataConnectorChangesSchema: z.ZodType<AzureAssetDataConnectorChanges> =
  settingsObject('an Azure connector', {
    ...common,
    authRecord: azureAuthRecordChangeSchema.optional(),
    govCloud: rules.flag.optional(),
    appInfos: plainAppInfosSchema.optional(),
  }).check(somethingChanges);

/**
 * The rules for what may change of a GCP connector. Its messages say what
 * would be right and hold no key.
 *
 * Source: "Update GCP Connector 3.0".
 *
 * @public
 */
export const gcpAssetDataConnectorChangesSchema: z.ZodType<GcpAssetDataConnectorChanges> =
  settingsObject('a GCP connector', {
    ...common,
    authRecord: gcpAuthRecordChangeSchema.optional(),
    appInfos: plainAppInfosSchema.optional(),
  }).check(somethingChanges);
