import { z } from 'zod';

/** The id of a subscription in a path. */
export const subscriptionParam = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,62}$/, 'must be the id of a subscription');

/** The id of an object in Qualys, in a path. */
export const objectIdParam = z
  .string()
  .min(1)
  .max(255)
  .regex(/^\P{Cc}+$/u, 'must not contain control characters');

/** `/:subscription` in a path. */
export const subscriptionParamsSchema = z.strictObject({
  subscription: subscriptionParam,
});

/** `/:subscription/:id` in a path. */
export const connectorParamsSchema = z.strictObject({
  subscription: subscriptionParam,
  id: objectIdParam,
});
