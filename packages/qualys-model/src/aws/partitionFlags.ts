import type { z } from 'zod';
import type { AwsPartition } from './partition';

/**
 * How a connector says which partition its account is in: two flags, at most
 * one of them set.
 *
 * Source: CloudView API v1, `isGovCloud` and `isChinaRegion`; Asset Management
 * 3.0, `isGovCloudConfigured` and `isChinaConfigured`.
 *
 * @public
 */
export interface AwsPartitionFlags {
  /** Whether the account is in AWS GovCloud. */
  govCloud: boolean;
  /** Whether the account is in an AWS China region. */
  chinaRegion: boolean;
}

/**
 * The flags that say that an account is in a partition.
 *
 * Source: CloudView API v1, `isGovCloud` and `isChinaRegion`.
 *
 * @param partition - the partition of the account, for example that of its role's ARN
 *
 * @public
 */
export function awsPartitionFlags(partition: AwsPartition): AwsPartitionFlags {
  return {
    govCloud: partition === 'aws-us-gov',
    chinaRegion: partition === 'aws-cn',
  };
}

/**
 * The partition that a connector's flags stand for, or undefined where both
 * are set: an account is in one partition only.
 *
 * Source: CloudView API v1, `isGovCloud` and `isChinaRegion`. The samples of
 * "CloudView: Unique Secure External ID for AWS connectors" set both; that
 * this names no partition is a conclusion from AWS' partitions, not a
 * statement of Qualys.
 *
 * @param flags - the flags of a connector
 *
 * @public
 */
export function awsPartitionOfFlags(
  flags: AwsPartitionFlags,
): AwsPartition | undefined {
  if (flags.govCloud && flags.chinaRegion) {
    return undefined;
  }
  if (flags.govCloud) {
    return 'aws-us-gov';
  }
  return flags.chinaRegion ? 'aws-cn' : 'aws';
}

/**
 * How strictly the flags of a connector's partition are checked that go to
 * Qualys.
 *
 * @public
 */
export interface AwsPartitionRuleOptions {
  /**
   * Lets a connector be in AWS GovCloud and in an AWS China region at once, as
   * the samples of "CloudView: Unique Secure External ID for AWS connectors"
   * have it. Default: false.
   */
  allowGovAndChina?: boolean;
}

/**
 * The rule that a connector which is written is in one partition only, as a
 * check for the schema of its settings: `z.object({ … }).check(inOnePartition())`.
 * Its message says what would be right.
 *
 * Source: as {@link awsPartitionOfFlags}: not documented by Qualys; assumed
 * because an AWS account is in one partition only.
 *
 * @param options - `allowGovAndChina` lifts the rule
 *
 * @public
 */
export function inOnePartition(
  options: AwsPartitionRuleOptions = {},
): (context: z.core.ParsePayload<Partial<AwsPartitionFlags>>) => void {
  return ({ value, issues }) => {
    if (value.govCloud && value.chinaRegion && !options.allowGovAndChina) {
      issues.push({
        code: 'custom',
        path: ['chinaRegion'],
        input: value.chinaRegion,
        message:
          'must be false where govCloud is true: an AWS account is in one partition only (allowGovAndChina lifts this rule)',
      });
    }
  };
}
