import { z } from 'zod';
import type { AwsPartition } from './partition';

const REGION = /^[a-z]{2,4}(?:-[a-z]+){1,2}-[1-9]\d?$/;
const COMMERCIAL = /^[a-z]{2}-[a-z]+-\d+$/;

/**
 * Whether a text has the form of the code of an AWS region: `eu-west-2`,
 * `us-gov-west-1`, `cn-north-1`.
 *
 * The form alone is checked, against no list: AWS opens regions every year,
 * also with new first letters (`il`, `mx`), and a list in here would refuse a
 * region that AWS and Qualys know already. So a misspelt region passes, and
 * only Qualys can tell.
 *
 * Source: AWS, "AWS Regions"; the form follows the `regionRegex` of the
 * partitions in AWS' SDKs.
 *
 * @param value - any text
 *
 * @public
 */
export function isAwsRegion(value: string): boolean {
  return REGION.test(value);
}

/**
 * The code of an AWS region, by its form: see {@link isAwsRegion}.
 *
 * Source: AWS, "AWS Regions".
 *
 * @public
 */
export const awsRegionSchema = z
  .string()
  .regex(
    REGION,
    'must be the code of an AWS region in lower case, for example eu-west-2, us-gov-west-1 or cn-north-1',
  );

/**
 * The partition that an AWS region belongs to, told from its first letters.
 * Undefined where the text has not the form of a region, and for regions of
 * partitions that Qualys does not know (such as `us-iso-east-1` and
 * `eusc-de-east-1`).
 *
 * Source: the `regionRegex` of the partitions in AWS' SDKs: `cn-…` is
 * `aws-cn`, `us-gov-…` is `aws-us-gov`, two letters and one word are `aws`.
 *
 * @param region - for example `eu-west-2`
 *
 * @public
 */
export function awsPartitionOfRegion(region: string): AwsPartition | undefined {
  if (!isAwsRegion(region)) {
    return undefined;
  }
  if (region.startsWith('us-gov-')) {
    return 'aws-us-gov';
  }
  if (!COMMERCIAL.test(region)) {
    return undefined;
  }
  return region.startsWith('cn-') ? 'aws-cn' : 'aws';
}
