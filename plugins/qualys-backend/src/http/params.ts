import { z } from 'zod';
import { SUBSCRIPTION_ID } from '../config';

const subscriptionParam = z
  .string()
  .regex(SUBSCRIPTION_ID, 'must be the id of a subscription');

// The id of an object in Qualys.
const objectIdParam = z
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
