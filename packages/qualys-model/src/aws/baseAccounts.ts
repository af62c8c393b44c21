import { z } from 'zod';

/**
 * An AWS account that Qualys assumes the roles of connectors from: the
 * principal of the roles' trust policies.
 *
 * Source: CloudView API v1, `GET /rest/v1/aws/connectors/awsBaseAccountId`.
 *
 * @public
 */
export const awsBaseAccountSchema = z.object({
  /** The id of the account. */
  id: z.string().min(1),
  /** Whether it is an account of the customer's own, in place of Qualys'; undefined where Qualys does not say. */
  customerOwned: z.boolean().optional(),
});

/** An AWS account that Qualys assumes roles from. @public */
export type AwsBaseAccount = z.infer<typeof awsBaseAccountSchema>;

/**
 * The AWS accounts that Qualys assumes roles from, one for each of the
 * partitions that AWS keeps apart. A partition that Qualys names no account for
 * is missing.
 *
 * Source: CloudView API v1, `GET /rest/v1/aws/connectors/awsBaseAccountId`;
 * its fields are documented by the public client qualysdk
 * (`get_aws_base_account`), not by Qualys.
 *
 * @public
 */
export const awsBaseAccountsSchema = z.object({
  /** The account for commercial AWS (`aws`). */
  global: awsBaseAccountSchema.optional(),
  /** The account for AWS GovCloud (`aws-us-gov`). */
  gov: awsBaseAccountSchema.optional(),
  /** The account for the AWS China regions (`aws-cn`). */
  china: awsBaseAccountSchema.optional(),
});

/** The AWS accounts that Qualys assumes roles from. @public */
export type AwsBaseAccounts = z.infer<typeof awsBaseAccountsSchema>;
