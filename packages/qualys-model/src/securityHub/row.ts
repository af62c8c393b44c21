import { z } from 'zod';
import { awsAccountIdSchema } from '../aws/accountId';
import { awsRegionSchema } from '../aws/region';
import { securityHubBaseCategorySchema } from './baseCategory';

/**
 * What a Security Hub integration does for one AWS account, as Qualys gives
 * it. A severity or a category that is not known here is kept, so that a row
 * that nobody wanted to change can be written back as it was.
 *
 * Source: Security Hub 2.0, `vmConfigs` of "Get Details of the Amazon Security
 * Hub": `awsAccountId`, `severity`, `category`, `regions`.
 *
 * @public
 */
export const securityHubRowSchema = z.object({
  /** The id of the AWS account, as text: Qualys writes JSON numbers, which lose leading zeros. */
  awsAccount: z.string().min(1),
  /** The lowest severity of the vulnerabilities that are posted: `severity` when read, `minSeverity` when written. */
  minSeverity: z.number().int(),
  /** The lowest category of the vulnerabilities that are posted: `category` when read, `baseCategory` when written. */
  baseCategory: z.string(),
  /** The codes of the AWS regions, in the order that Qualys gives. */
  regions: z.array(z.string()),
});

/** What a Security Hub integration does for one AWS account. @public */
export type SecurityHubRow = z.infer<typeof securityHubRowSchema>;

/** The lowest severity that may be written. */
export const minSeveritySchema = z
  .number({ error: 'must be a severity from 1 to 5' })
  .int('must be a severity from 1 to 5: a whole number')
  .min(1, 'must be a severity from 1 to 5')
  .max(5, 'must be a severity from 1 to 5');

/** The regions that may be written. */
export const regionsSchema = z
  .array(awsRegionSchema)
  .min(1, 'must name at least one AWS region')
  .refine(regions => new Set(regions).size === regions.length, {
    message: 'must name each AWS region once',
  });

/**
 * A row that someone asks for: what may be written. Its messages say what
 * would be right.
 *
 * Source: Security Hub 2.0, `vmConfigs` of the configure and update calls. The
 * severities 1 to 5 are those of Qualys' knowledge base; that there must be a
 * region, and each only once, is a rule of this package, because Qualys does
 * not say what it does otherwise.
 *
 * @public
 */
export const securityHubRowInputSchema = z.object({
  /** The id of the AWS account: 12 digits, as text. */
  awsAccount: awsAccountIdSchema,
  /** The lowest severity of the vulnerabilities that are posted: 1 to 5. */
  minSeverity: minSeveritySchema,
  /** The lowest category of the vulnerabilities that are posted. */
  baseCategory: securityHubBaseCategorySchema,
  /** The codes of the AWS regions: at least one, each once. */
  regions: regionsSchema,
});

/** A row that someone asks for. @public */
export type SecurityHubRowInput = z.infer<typeof securityHubRowInputSchema>;
