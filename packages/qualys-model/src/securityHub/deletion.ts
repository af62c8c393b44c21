import { z } from 'zod';
import { awsAccountIdSchema } from '../aws/accountId';
import { regionsSchema } from './row';

const accountsSchema = z
  .array(awsAccountIdSchema)
  .min(1, 'must name at least one AWS account')
  .refine(accounts => new Set(accounts).size === accounts.length, {
    error: 'must name each AWS account once',
  });

/**
 * The AWS accounts that are taken out of a Security Hub integration: named
 * ones, or expressly all. Nothing given never means all.
 *
 * Source: AWS Security Hub Integration, "Delete the accounts associated with
 * the Amazon Security Hub", which shows no body; see
 * {@link SecurityHubAccountsDeletion}.
 *
 * @public
 */
export const securityHubAccountsDeletionSchema = z.union(
  [
    z.strictObject({
      /** The ids of the AWS accounts: at least one, each once. */
      awsAccounts: accountsSchema,
    }),
    z.strictObject({
      /** All accounts of the integration. */
      allAccounts: z.literal(true),
    }),
  ],
  {
    error:
      'must be either awsAccounts, a list of at least one AWS account id of 12 digits, or allAccounts: true',
  },
);

/**
 * The AWS accounts that are taken out of a Security Hub integration: named
 * ones (`awsAccounts`), or expressly all (`allAccounts`).
 *
 * Source: as {@link securityHubAccountsDeletionSchema}.
 *
 * @public
 */
export type SecurityHubAccountsDeletion = z.infer<
  typeof securityHubAccountsDeletionSchema
>;

/**
 * The regions that are taken out of AWS accounts of a Security Hub
 * integration: `vmRegionConfigs`.
 *
 * Source: AWS Security Hub Integration, "Delete the regions associated with the
 * Amazon Security Hub".
 *
 * @public
 */
export const securityHubRegionsDeletionSchema = z
  .array(
    z.object({
      /** The ids of the AWS accounts: at least one, each once. */
      awsAccounts: accountsSchema,
      /** The codes of the AWS regions: at least one, each once. */
      regions: regionsSchema,
    }),
  )
  .min(1, 'must name at least one AWS account and its regions');

/** The regions that are taken out of AWS accounts of a Security Hub integration. @public */
export type SecurityHubRegionsDeletion = z.infer<
  typeof securityHubRegionsDeletionSchema
>;
