import { z } from 'zod';
import { awsAccountIdSchema } from '../aws/accountId';
import { securityHubBaseCategorySchema } from './baseCategory';
import { eachAccountOnce } from './eachAccountOnce';
import { minSeveritySchema, regionsSchema } from './row';

/**
 * One element of `vmConfigs`: AWS accounts that share a severity, a category
 * and regions. The values are those of rows: see {@link securityHubRowSchema}.
 *
 * Source: Security Hub 2.0, `vmConfigs` of the configure and update calls.
 *
 * @public
 */
export const securityHubConfigurationSchema = z.object({
  /** The lowest severity of the vulnerabilities that are posted. */
  minSeverity: z.number().int(),
  /** The lowest category of the vulnerabilities that are posted. */
  baseCategory: z.string(),
  /** The ids of the AWS accounts, as text. */
  awsAccounts: z.array(z.string().min(1)),
  /** The codes of the AWS regions. */
  regions: z.array(z.string()),
});

/** AWS accounts that share a severity, a category and regions. @public */
export type SecurityHubConfiguration = z.infer<
  typeof securityHubConfigurationSchema
>;

/**
 * All of `vmConfigs` as someone asks for it: what may be written. An account
 * that stands in it more than once is refused by name. Its messages say what
 * would be right.
 *
 * Source: Security Hub 2.0, `vmConfigs` of the configure and update calls; the
 * rules are those of {@link securityHubRowInputSchema}.
 *
 * @public
 */
export const securityHubConfigurationsInputSchema = z
  .array(
    z.object({
      /** The lowest severity of the vulnerabilities that are posted: 1 to 5. */
      minSeverity: minSeveritySchema,
      /** The lowest category of the vulnerabilities that are posted. */
      baseCategory: securityHubBaseCategorySchema,
      /** The ids of the AWS accounts: at least one. */
      awsAccounts: z
        .array(awsAccountIdSchema)
        .min(1, 'must name at least one AWS account'),
      /** The codes of the AWS regions: at least one, each once. */
      regions: regionsSchema,
    }),
  )
  .min(1, 'must hold at least one configuration')
  .check(eachAccountOnce);

/** All of `vmConfigs` as someone asks for it. @public */
export type SecurityHubConfigurationsInput = z.infer<
  typeof securityHubConfigurationsInputSchema
>;
