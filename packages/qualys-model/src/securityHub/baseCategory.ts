import { z } from 'zod';

/**
 * The categories of vulnerabilities that a Security Hub integration can start
 * at: `Potential` posts potential and confirmed ones, `Confirmed` only those
 * that are confirmed.
 *
 * Source: Security Hub 2.0, `baseCategory`: its samples show these two words.
 * That the one includes the other is a conclusion from the parameter's name,
 * not a statement of Qualys.
 *
 * @public
 */
export const SECURITY_HUB_BASE_CATEGORIES = ['Potential', 'Confirmed'] as const;

/**
 * A category that may be written: `Potential` or `Confirmed`.
 *
 * Source: Security Hub 2.0, `baseCategory`.
 *
 * @public
 */
export const securityHubBaseCategorySchema = z.enum(
  SECURITY_HUB_BASE_CATEGORIES,
  { error: `must be ${SECURITY_HUB_BASE_CATEGORIES.join(' or ')}` },
);

/** A category that may be written. @public */
export type SecurityHubBaseCategory = z.infer<
  typeof securityHubBaseCategorySchema
>;
