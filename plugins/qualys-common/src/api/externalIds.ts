import { z } from 'zod';

/**
 * The query of `GET /external-id`.
 *
 * @public
 */
export const externalIdQuerySchema = z.strictObject({
  subscription: z.string().min(1).max(63),
  partition: z.enum(['aws', 'aws-us-gov', 'aws-cn']).default('aws'),
});

/**
 * A new external ID, with the trust policy that goes with it.
 *
 * @public
 */
export const newExternalIdSchema = z.object({
  externalId: z.string(),
  /** The AWS account that Qualys assumes roles from in that partition. */
  principalAccount: z.string(),
  /** Whether that is an account of the customer's own, as Qualys says. */
  customerOwned: z.boolean(),
  /** The trust policy of a role that Qualys assumes with it, as JSON. */
  trustPolicy: z.string(),
});

/** A new external ID, with the trust policy that goes with it. @public */
export type NewExternalId = z.infer<typeof newExternalIdSchema>;
