import { z } from 'zod';

/**
 * The partitions of AWS that Qualys connects to: commercial AWS, the China
 * regions and GovCloud (US). Accounts, roles and regions of one partition are
 * unknown in the others.
 *
 * Source: AWS, "Amazon Resource Names (ARNs)"; CloudView API v1 knows no other
 * (`isGovCloud`, `isChinaRegion`, and three base accounts).
 *
 * @public
 */
export const AWS_PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov'] as const;

/**
 * A partition of AWS: `aws`, `aws-cn` or `aws-us-gov`.
 *
 * Source: AWS, "Amazon Resource Names (ARNs)".
 *
 * @public
 */
export const awsPartitionSchema = z.enum(AWS_PARTITIONS, {
  error: `must be a partition of AWS: ${AWS_PARTITIONS.join(', ')}`,
});

/** A partition of AWS. @public */
export type AwsPartition = z.infer<typeof awsPartitionSchema>;

/**
 * Whether a text is the name of a partition of AWS that Qualys connects to.
 *
 * Source: AWS, "Amazon Resource Names (ARNs)".
 *
 * @param value - any text
 *
 * @public
 */
export function isAwsPartition(value: string): value is AwsPartition {
  return (AWS_PARTITIONS as readonly string[]).includes(value);
}
