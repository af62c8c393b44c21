import { z } from 'zod';
import { API_FAMILIES } from './limits';

/**
 * The query of `GET /calls`.
 *
 * @public
 */
export const callHistoryQuerySchema = z.strictObject({
  /** How many hours back from now. */
  hours: z.coerce
    .number()
    .int()
    .min(1)
    .max(7 * 24)
    .default(24),
});

/** The query of `GET /calls`, every default filled in. @public */
export type CallHistoryQuery = z.infer<typeof callHistoryQuerySchema>;

/**
 * The calls of one subscription to one family of Qualys' APIs in one stretch
 * of time, of all backends together.
 *
 * @public
 */
export const callCountSchema = z.object({
  /** When the stretch begins (ISO 8601, UTC). */
  at: z.string(),
  subscription: z.string(),
  family: z.enum(API_FAMILIES),
  /** Calls that somebody waited for. */
  user: z.number().int(),
  /** Calls of syncs and other work in the background. */
  background: z.number().int(),
  /** How many of them Qualys refused because there were too many. */
  refused: z.number().int(),
});

/** The calls of one stretch of time. @public */
export type CallCount = z.infer<typeof callCountSchema>;

/**
 * The calls over time: the answer of `GET /calls`. Stretches without calls are
 * left out.
 *
 * @public
 */
export const callHistorySchema = z.object({
  /** When the first stretch begins (ISO 8601, UTC). */
  from: z.string(),
  /** When the last stretch ends (ISO 8601, UTC). */
  to: z.string(),
  /** The length of a stretch, in seconds. */
  stretchSeconds: z.number().int(),
  items: z.array(callCountSchema),
});

/** The calls over time. @public */
export type CallHistory = z.infer<typeof callHistorySchema>;
