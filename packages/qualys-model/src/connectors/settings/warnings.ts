import { awsPartitionOfFlags } from '../../aws/partitionFlags';
import { parseRoleArn } from '../../aws/roleArn';
import type { PollingFrequency } from '../connector';
import type { AwsConnectorSettings, AwsConnectorUpdate } from './aws';
import type { AzureConnectorSettings, AzureConnectorUpdate } from './azure';
import type { GcpConnectorSettings, GcpConnectorUpdate } from './gcp';
import { readGcpKeyFile } from './gcpKeyFile';

/**
 * What a warning about the settings of a connector is about:
 *
 * - `arnUnusual`: AWS would not recognise the ARN of the role.
 * - `bothPartitions`: GovCloud and China are both set.
 * - `partitionDiffers`: the role is in another partition than the flags say.
 * - `externalIdChanges`: the connector stops until the trust policy is edited.
 * - `neverPolled`: the polling frequency is zero.
 * - `keyNotSent`: whether Qualys keeps the key that it has is not documented.
 * - `otherProject`: the key is of a service account of another project.
 *
 * @public
 */
export type ConnectorSettingsWarningCode =
  | 'arnUnusual'
  | 'bothPartitions'
  | 'partitionDiffers'
  | 'externalIdChanges'
  | 'neverPolled'
  | 'keyNotSent'
  | 'otherProject';

/**
 * Something in the settings of a connector that is allowed and that a person
 * should know before it is saved.
 *
 * @public
 */
export interface ConnectorSettingsWarning {
  /** What it is about. */
  code: ConnectorSettingsWarningCode;
  /** The setting, for example `arn`. */
  path: string;
  /** What it means and what to do, in plain English, for people in a form. */
  message: string;
}

function frequencyWarnings(
  frequency: PollingFrequency | undefined,
): ConnectorSettingsWarning[] {
  return frequency?.hours === 0 && frequency.minutes === 0
    ? [
        {
          code: 'neverPolled',
          path: 'pollingFrequency',
          message:
            'Zero hours and zero minutes: what Qualys makes of that is not documented. Four hours is its own default.',
        },
      ]
    : [];
}

function partitionWarnings({
  arn,
  govCloud = false,
  chinaRegion = false,
}: AwsConnectorUpdate): ConnectorSettingsWarning[] {
  const flags = awsPartitionOfFlags({ govCloud, chinaRegion });
  if (flags === undefined) {
    return [
      {
        code: 'bothPartitions',
        path: 'chinaRegion',
        message:
          'The account is said to be in AWS GovCloud and in an AWS China region. It can be in one of them only.',
      },
    ];
  }
  const role = parseRoleArn(arn)?.partition;
  return role === undefined || role === flags
    ? []
    : [
        {
          code: 'partitionDiffers',
          path: 'arn',
          message: `The role is in the partition ${role}, and the settings say ${flags}. Qualys will hardly reach it: make them agree.`,
        },
      ];
}

/**
 * What a person should know of the settings of an AWS connector before they
 * are saved. The settings must keep to {@link awsConnectorSettingsSchema} or
 * {@link awsConnectorUpdateSchema}.
 *
 * That a role and the flags name different partitions is a warning and no
 * error, because a sample in the documents of Qualys has it: a role in `aws`,
 * with both flags set.
 *
 * Source: CloudView API v1; "CloudView: Unique Secure External ID for AWS
 * connectors".
 *
 * @param settings - those of a new connector, or of an update
 * @param current - for an update: the connector as it is
 *
 * @public
 */
export function awsSettingsWarnings(
  settings: AwsConnectorSettings | AwsConnectorUpdate,
  current?: { externalId?: string },
): ConnectorSettingsWarning[] {
  const warnings = partitionWarnings(settings);
  if (!parseRoleArn(settings.arn)) {
    warnings.push({
      code: 'arnUnusual',
      path: 'arn',
      message:
        'AWS would not recognise this as the ARN of an IAM role: Qualys will hardly be able to assume it.',
    });
  }
  if (current && current.externalId !== settings.externalId) {
    warnings.push({
      code: 'externalIdChanges',
      path: 'externalId',
      message:
        'The external ID changes: Qualys cannot read the account until the trust policy of the role has the new one.',
    });
  }
  return [...warnings, ...frequencyWarnings(settings.pollingFrequency)];
}

/**
 * What a person should know of the settings of an Azure connector before they
 * are saved. The settings must keep to {@link azureConnectorSettingsSchema} or
 * {@link azureConnectorUpdateSchema}.
 *
 * Source: CloudView API v1; "CloudView: Enable Remediation through API".
 *
 * @param settings - those of a new connector, or of an update
 *
 * @public
 */
export function azureSettingsWarnings(
  settings: AzureConnectorSettings | AzureConnectorUpdate,
): ConnectorSettingsWarning[] {
  const keyNotSent: ConnectorSettingsWarning = {
    code: 'keyNotSent',
    path: 'authenticationKey',
    message:
      'No key is sent. Whether Qualys then keeps the one that it has is not documented: see afterwards that the connector still works, or send the key.',
  };
  return [
    ...(settings.authenticationKey === undefined ? [keyNotSent] : []),
    ...frequencyWarnings(settings.pollingFrequency),
  ];
}

/**
 * What a person should know of the settings of a GCP connector before they
 * are saved. The settings must keep to {@link gcpConnectorSettingsSchema} or
 * {@link gcpConnectorUpdateSchema}.
 *
 * That the key is of another project is a warning and no error: a service
 * account may be given access to other projects than its own.
 *
 * Source: CloudView API v1; Google Cloud, "Service accounts overview".
 *
 * @param settings - those of a new connector, or of an update
 * @param current - for an update: the connector as it is, whose `account` is its project
 *
 * @public
 */
export function gcpSettingsWarnings(
  settings: GcpConnectorSettings | GcpConnectorUpdate,
  current?: { account: string },
): ConnectorSettingsWarning[] {
  const project =
    'projectId' in settings ? settings.projectId : current?.account;
  const key = readGcpKeyFile(settings.configFile ?? '')?.projectId;
  const otherProject: ConnectorSettingsWarning = {
    code: 'otherProject',
    path: 'configFile',
    message: `The key is of a service account of the project ${key}, and the connector is for ${project}. Make sure that the account may read that project.`,
  };
  return [
    ...(project && key && project !== key ? [otherProject] : []),
    ...frequencyWarnings(settings.pollingFrequency),
  ];
}
