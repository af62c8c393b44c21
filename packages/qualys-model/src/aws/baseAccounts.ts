import { z } from 'zod';

/**
 * One AWS account for each of the partitions that AWS keeps apart. A partition
 * that Qualys names no account for is missing.
 *
 * @public
 */
export const awsPartitionAccountsSchema = z.object({
  /** The account for commercial AWS. */
  global: z.string().optional(),
  /** The account for AWS GovCloud. */
  gov: z.string().optional(),
  /** The account for the AWS China regions. */
  china: z.string().optional(),
});

/** One AWS account for each partition. @public */
export type AwsPartitionAccounts = z.infer<typeof awsPartitionAccountsSchema>;

/**
 * The AWS accounts that Qualys assumes the roles of connectors from: the
 * principals of the roles' trust policies.
 *
 * Source: CloudView API v1, `GET /rest/v1/aws/connectors/awsBaseAccountId`.
 *
 * @public
 */
export const awsBaseAccountsSchema = z.object({
  /** Qualys' own accounts. */
  ...awsPartitionAccountsSchema.shape,
  /** The customer's own accounts, where the customer has Qualys use those instead. */
  customer: awsPartitionAccountsSchema,
});

/** The AWS accounts that Qualys assumes roles from. @public */
export type AwsBaseAccounts = z.infer<typeof awsBaseAccountsSchema>;
