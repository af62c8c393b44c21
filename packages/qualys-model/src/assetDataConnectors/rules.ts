import { z } from 'zod';
import {
  awsRegionSchema,
  type ArnRuleOptions,
  type AwsPartitionRuleOptions,
} from '../aws';
import { externalIdSchema } from '../externalId';
import { activationModuleSchema } from './activation';
import { assetManagementIdSchema } from './connectorId';

/**
 * How strictly the settings of an AWS connector are checked that go to Qualys.
 *
 * @public
 */
export interface AwsAssetDataConnectorRuleOptions
  extends ArnRuleOptions,
    AwsPartitionRuleOptions {
  /**
   * Lets through external IDs without the form that CloudView demands of new
   * ones. The documents of Asset Management demand none; whether it takes an
   * old one is not said. Default: false.
   */
  allowLegacyExternalId?: boolean;
}

const CONTROL = /\p{Cc}/u;
const LARGEST = 2 ** 31 - 1;
const minutes = 'must be a whole number of minutes, 1 or more';

const name = z
  .string({ error: 'must be text' })
  .refine(text => text.trim() !== '', 'must not be empty')
  .max(255, 'must have at most 255 characters')
  .refine(
    text => !CONTROL.test(text),
    'must have no line breaks or control characters',
  );

const description = z
  .string({ error: 'must be text' })
  .refine(
    text => !CONTROL.test(text.replace(/[\t\r\n]/g, '')),
    'must have no control characters other than line breaks and tabs',
  );

const flag = z.boolean({ error: 'must be true or false' });

/** The rules for the single values that go to Qualys. */
export const rules = {
  name,
  description,
  flag,
  tagId: assetManagementIdSchema,
  module: activationModuleSchema,
  region: awsRegionSchema,
  runFrequency: z
    .int({ error: minutes })
    .min(1, minutes)
    .max(LARGEST, `must be at most ${LARGEST}`),
};

/** The rule for the external ID that goes to Qualys. */
export function externalIdRule({
  allowLegacyExternalId,
}: AwsAssetDataConnectorRuleOptions) {
  return allowLegacyExternalId
    ? z
        .string({ error: 'must be text' })
        .refine(
          text => text.trim() !== '' && !CONTROL.test(text),
          'must be text without line breaks',
        )
        .max(1224, 'must have at most 1224 characters')
    : externalIdSchema;
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
      input: regions,
      message:
        'must be left out where allRegions is true: Qualys would ignore them',
    });
  }
}
