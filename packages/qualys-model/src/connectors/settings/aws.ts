import { z } from 'zod';
import type { ArnRuleOptions } from '../../aws/arn';
import {
  inOnePartition,
  type AwsPartitionRuleOptions,
} from '../../aws/partitionFlags';
import { roleArnSchema } from '../../aws/roleArn';
import { externalIdSchema } from '../../externalId/rule';
import type { PollingFrequency } from '../connector';
import {
  remediationUpdateSchema,
  type RemediationUpdate,
} from '../remediation';
import {
  connectorDescriptionSchema,
  connectorNameSchema,
  flagSchema,
  pollingFrequencyInputSchema,
  settingsObject,
} from './members';

/**
 * How strictly the settings of an AWS connector are checked. Both rules are
 * this package's own, and samples in the documents of Qualys break both.
 *
 * @public
 */
export interface AwsConnectorRuleOptions
  extends ArnRuleOptions,
    AwsPartitionRuleOptions {}

/**
 * The settings of a new AWS connector. What is left out is left to Qualys.
 *
 * Source: CloudView API v1, `AwsConnectorCreateRequest`; "CloudView: Unique
 * Secure External ID for AWS connectors"; "CloudView: Enable Remediation
 * through API".
 *
 * @public
 */
export interface AwsConnectorSettings {
  /** Its name, for people: 1 to 255 characters. */
  name: string;
  /** Free text. */
  description?: string;
  /** The ARN of the role that Qualys assumes. */
  arn: string;
  /** The external ID in the trust policy of the role, in the form that Qualys wants since 2021. */
  externalId: string;
  /** Whether the account is in AWS GovCloud. */
  govCloud?: boolean;
  /** Whether the account is in an AWS China region. */
  chinaRegion?: boolean;
  /** Whether it shall belong to the Connector application of the portal; answers of Qualys say false to a true. */
  portalConnector?: boolean;
  /** How often Qualys polls the account; every four hours unless given. */
  pollingFrequency?: PollingFrequency;
  /** Whether Qualys may change cloud resources; off unless given, and only for subscribers of Cloud Security Assessment. */
  remediationEnabled?: boolean;
}

/**
 * What an update makes of an AWS connector. It replaces the settings: whether
 * Qualys keeps or resets what is left out is documented of remediation alone,
 * so give all of them.
 *
 * Source: CloudView API v1, `ConnectorUpdateRequest`; as {@link AwsConnectorSettings}.
 *
 * @public
 */
export interface AwsConnectorUpdate
  extends Omit<AwsConnectorSettings, 'remediationEnabled'> {
  /** What happens to remediation; left as it is unless given. */
  remediationEnabled?: RemediationUpdate;
}

const AN_UPDATE_NEEDS_IT =
  'Qualys takes no update without an external ID of this form: a connector with one of the old form gets a new one, which must stand in the trust policy of its role too';

const externalIdOfUpdate = z
  .string(`must be given: ${AN_UPDATE_NEEDS_IT}`)
  .check(({ value, issues }) => {
    const result = externalIdSchema.safeParse(value);
    if (!result.success) {
      issues.push({
        code: 'custom',
        input: undefined,
        message: `${result.error.issues[0].message}. ${AN_UPDATE_NEEDS_IT}`,
      });
    }
  });

function members(options: AwsConnectorRuleOptions) {
  return {
    name: connectorNameSchema,
    description: connectorDescriptionSchema.optional(),
    arn: z
      .string('must be the ARN of an IAM role')
      .pipe(roleArnSchema(options)),
    externalId: z
      .string('must be the external ID in the trust policy of the role')
      .pipe(externalIdSchema),
    govCloud: flagSchema.optional(),
    chinaRegion: flagSchema.optional(),
    portalConnector: flagSchema.optional(),
    pollingFrequency: pollingFrequencyInputSchema.optional(),
  };
}

const OF = 'an AWS connector';

/**
 * The rules for the settings of a new AWS connector. Its messages say what
 * would be right; what is allowed and still doubtful is told by
 * {@link awsSettingsWarnings}.
 *
 * Source: as {@link AwsConnectorSettings}. That `name` and `arn` are needed is
 * assumed; the description of the API names no field as required.
 *
 * @param options - `allowNonStandardArn` and `allowGovAndChina` each lift a rule
 *
 * @public
 */
export function awsConnectorSettingsSchema(
  options: AwsConnectorRuleOptions = {},
): z.ZodType<AwsConnectorSettings> {
  return settingsObject(OF, {
    ...members(options),
    remediationEnabled: flagSchema.optional(),
  }).check(inOnePartition(options));
}

/**
 * The rules for an update of an AWS connector: those of a new one, and a
 * remediation that may be left as it is.
 *
 * Source: as {@link AwsConnectorUpdate}. "If the customer has to update a
 * connector …, they need to provide the external ID in the new format"
 * ("CloudView: Unique Secure External ID for AWS connectors").
 *
 * @param options - `allowNonStandardArn` and `allowGovAndChina` each lift a rule
 *
 * @public
 */
export function awsConnectorUpdateSchema(
  options: AwsConnectorRuleOptions = {},
): z.ZodType<AwsConnectorUpdate> {
  return settingsObject(OF, {
    ...members(options),
    externalId: externalIdOfUpdate,
    remediationEnabled: remediationUpdateSchema.optional(),
  }).check(inOnePartition(options));
}
