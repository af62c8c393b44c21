import { cloudProviderSchema } from 'qualys-model';
import { z } from 'zod';
import { qualysFeedSchema } from './feeds';

/**
 * The channel of the signals service on which the backend says that a sync
 * has begun, come further or ended. The message is a {@link SyncSignal}; it
 * holds no data, so that everybody may hear it: whoever may see more reads
 * `GET /status`.
 *
 * @public
 */
export const QUALYS_SYNC_CHANNEL = 'qualys:sync';

/** What is said on {@link QUALYS_SYNC_CHANNEL}. @public */
export type SyncSignal = {
  /** The id of the subscription in the configuration. */
  subscription: string;
};

/**
 * How far the reading of one feed of one cloud has come.
 *
 * - `waiting`: it has not begun.
 * - `reading`: some of it has come.
 * - `read`: all that was to be read has come.
 * - `written`: it is in the mirror.
 * - `failed`: it broke off.
 *
 * @public
 */
export const READING_STAGES = [
  'waiting',
  'reading',
  'read',
  'written',
  'failed',
] as const;

/**
 * How far the reading of one feed of one cloud has come.
 *
 * @public
 */
export const readingProgressSchema = z.object({
  provider: cloudProviderSchema,
  feed: qualysFeedSchema,
  stage: z.enum(READING_STAGES),
  /** How many connectors have come. */
  read: z.number().int(),
  /** About how many will come: what Qualys says, or as many as there were the last time; missing where nobody knows. */
  expected: z.number().int().optional(),
});

/** How far the reading of one feed of one cloud has come. @public */
export type ReadingProgress = z.infer<typeof readingProgressSchema>;

/**
 * How far a sync has come.
 *
 * @public
 */
export const syncProgressSchema = z.object({
  /** When it was noted (ISO 8601, UTC). */
  at: z.string(),
  /** Calls to Qualys until then. */
  calls: z.number().int(),
  /** Each feed of each cloud that is to be read. */
  readings: z.array(readingProgressSchema),
});

/** How far a sync has come. @public */
export type SyncProgress = z.infer<typeof syncProgressSchema>;
