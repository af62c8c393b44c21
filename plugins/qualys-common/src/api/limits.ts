import { z } from 'zod';

/**
 * The families of Qualys' APIs, each with limits of its own: `qps` (Asset
 * Management, Web Application Scanning, AWS Security Hub), `fo` (Vulnerability
 * Management), `cloudView` and `gateway` (the AWS S3 integration).
 *
 * @public
 */
export const API_FAMILIES = ['qps', 'fo', 'cloudView', 'gateway'] as const;

const known = z.enum(['assumed', 'configured', 'told']);

/**
 * Where a subscription stands with Qualys' limits in one family of APIs, as
 * the backend that answers sees it.
 *
 * @public
 */
export const limitStateSchema = z.object({
  family: z.enum(API_FAMILIES),
  /** How many calls may run at once. */
  concurrency: z.number().int(),
  /** How `concurrency` is known: by default, by configuration, or from Qualys. */
  concurrencySource: known,
  /** How many calls run now. */
  running: z.number().int(),
  /** How many calls wait for their turn, by who waits for them. */
  waiting: z.object({ user: z.number().int(), background: z.number().int() }),
  /** The length of the sliding window in which calls are counted, in seconds. */
  windowSeconds: z.number(),
  /** How many calls Qualys allows the whole subscription in a window. */
  windowLimit: z.number().int(),
  /** How the window is known: by default, by configuration, or from Qualys. */
  windowSource: known,
  /** The portal's share of `windowLimit`. */
  budget: z.number().int(),
  /** How many calls of `budget` are kept for people; background work leaves them. */
  reserved: z.number().int(),
  /** How many calls were made in the window that ends now. */
  used: z.number().int(),
  /** How many calls can still be made now. */
  remaining: z.number().int(),
  /** How many calls all programs together still have, where Qualys said so lately. */
  remainingOfAll: z.number().int().optional(),
  /** Until when no call is made, since Qualys asked to wait (ISO 8601, UTC). */
  blockedUntil: z.string().optional(),
  /** The last time that Qualys refused a call because there were too many. */
  lastRefusal: z
    .object({
      /** When (ISO 8601, UTC). */
      at: z.string(),
      /** The HTTP status. */
      status: z.number().int().optional(),
      /** Qualys' own code: 1960 for too many at once, 1965 for too many an hour. */
      code: z.string().optional(),
      /** How long everyone had to wait after it, in seconds. */
      waitSeconds: z.number(),
    })
    .optional(),
});

/** Where a subscription stands with the limits of one family of APIs. @public */
export type LimitState = z.infer<typeof limitStateSchema>;
