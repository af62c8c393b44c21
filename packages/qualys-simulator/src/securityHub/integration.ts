import { z } from 'zod';

/**
 * What Security Hub gets of an AWS account.
 *
 * Source: AWS Security Hub Integration, `vmConfigs`.
 *
 * @public
 */
export interface SecurityHubAccount {
  /** The number of the account, twelve digits as text. */
  awsAccount: string;
  /** The lowest severity that is posted, 1 to 5. */
  minSeverity: number;
  /** `Potential` or `Confirmed`. */
  baseCategory: string;
  regions: string[];
}

/**
 * A Security Hub integration as the platform keeps it.
 *
 * @public
 */
export interface SecurityHubIntegration {
  /** A whole number, as text. */
  id: string;
  name: string;
  /** The number of the Qualys customer, as text. */
  customerId: string;
  rows: SecurityHubAccount[];
}

/** A Security Hub integration to be added. @public */
export interface NewSecurityHubIntegration {
  /** A whole number, as text; the next one that is free unless given. */
  id?: string;
  name: string;
  customerId?: string;
  /** Its accounts; none unless given. */
  rows?: readonly SecurityHubAccount[];
}

const ACCOUNT = 'must be the number of an AWS account';

const accountId = z.string().regex(/^\d{12}$/, ACCOUNT);

// The samples send numbers, which cannot hold leading zeros.
const sentAccount = z
  .union([z.string(), z.number()])
  .transform(value => String(value))
  .pipe(z.string().regex(/^\d{1,12}$/, ACCOUNT))
  .transform(value => value.padStart(12, '0'));

const settings = {
  minSeverity: z.number().int().min(1).max(5),
  baseCategory: z.enum(['Potential', 'Confirmed']),
};

/** Checks an integration that a test adds. */
export const newIntegrationSchema = z.strictObject({
  id: z
    .string()
    .regex(/^\d{1,18}$/, 'must be a whole number')
    .optional(),
  name: z.string().min(1),
  customerId: z.string().regex(/^\d+$/).optional(),
  rows: z
    .array(
      z.strictObject({
        awsAccount: accountId,
        ...settings,
        regions: z.array(z.string().min(1)),
      }),
    )
    .readonly()
    .optional(),
});

const regions = z.array(z.string().min(1)).min(1);
const awsAccounts = z.array(sentAccount).min(1);

/** The body that names an integration. */
export const nameSchema = z.object({
  name: z
    .string('is mandatory')
    .refine(value => value.trim() !== '', 'must not be empty'),
});

/**
 * The body that configures an integration, as one row for each account. Only
 * one row is kept of an account, so that one which is named twice is refused.
 */
export const configurationsSchema = z
  .object({
    vmConfigs: z.array(z.object({ ...settings, awsAccounts, regions })).min(1),
  })
  .transform(({ vmConfigs }): SecurityHubAccount[] =>
    vmConfigs.flatMap(config =>
      config.awsAccounts.map(awsAccount => ({
        awsAccount,
        minSeverity: config.minSeverity,
        baseCategory: config.baseCategory,
        regions: [...new Set(config.regions)],
      })),
    ),
  )
  .refine(
    rows => new Set(rows.map(row => row.awsAccount)).size === rows.length,
    'vmConfigs: an account is named twice',
  );

/** The body that names the accounts to be deleted; assumed, none is documented. */
export const accountsSchema = z.object({ awsAccounts });

/** The body that names the regions to be deleted. */
export const regionsSchema = z.object({
  vmRegionConfigs: z.array(z.object({ awsAccounts, regions })).min(1),
});

/** The regions to be deleted, by account. */
export type RegionsOfAccounts = z.infer<
  typeof regionsSchema
>['vmRegionConfigs'];
