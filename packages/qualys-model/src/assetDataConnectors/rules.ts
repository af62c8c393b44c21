import { z } from 'zod';
import {
  awsRegionSchema,
  roleArnSchema,
  type ArnRuleOptions,
  type AwsPartitionRuleOptions,
} from '../aws';
import {
  connectorDescriptionSchema,
  connectorNameSchema,
  flagSchema,
} from '../connectors/settings/members';
import { externalIdSchema } from '../externalId';
import { qpsIdSchema } from '../qps';
import { activationModuleSchema } from './activation';

/**
 * How strictly the settings of an AWS connector are checked that go to Asset
 * Management.
 *
 * @public
 */
export interface AwsAssetDataConnectorRuleOptions
  extends ArnRuleOptions,
    AwsPartitionRuleOptions {
  /**
   * Lets through external IDs without the form that CloudView demands of new
   * ones. Asset Management describes none ("random string which is unique for
   * each user"). Default: false.
   */
  allowLegacyExternalId?: boolean;
}

const LARGEST = 2 ** 31 - 1;
const MINUTES = `must be whole minutes from 1 to ${LARGEST}`;
const LEGACY = 'must be a text of 1 to 1224 characters without line breaks';
const EXTERNAL_ID = 'must be the external ID in the trust policy of the role';
const ARN = 'must be the ARN of an IAM role';

/** The rules for the single values that go to Asset Management. */
export const rules = {
  name: connectorNameSchema,
  description: connectorDescriptionSchema,
  flag: flagSchema,
  tagId: qpsIdSchema,
  module: activationModuleSchema,
  region: awsRegionSchema,
  runFrequency: z.int(MINUTES).min(1, MINUTES).max(LARGEST, MINUTES),
};

/** The rule for the ARN of the role. */
export function arnRule(
  options: AwsAssetDataConnectorRuleOptions,
): z.ZodType<string, string> {
  return z.string(ARN).pipe(roleArnSchema(options));
}

/** The rule for the external ID. */
export function externalIdRule({
  allowLegacyExternalId,
}: AwsAssetDataConnectorRuleOptions): z.ZodType<string> {
  return allowLegacyExternalId
    ? z
        .string(EXTERNAL_ID)
        .max(1224, LEGACY)
        .regex(/\S/, LEGACY)
        .regex(/^\P{Cc}*$/u, LEGACY)
    : z.string(EXTERNAL_ID).pipe(externalIdSchema);
}

/** Says that regions are named although all of them are read. */
export function allRegionsAlone(
  context: z.core.ParsePayload<{ allRegions?: boolean; regions?: unknown }>,
): void {
  const { allRegions, regions } = context.value;
  if (allRegions && regions !== undefined) {
    context.issues.push({
      code: 'custom',
      path: ['regions'],
      input: undefined,
      message:
        'must be left out where allRegions is true: Qualys would ignore them',
    });
  }
}
