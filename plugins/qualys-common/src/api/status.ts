import { cloudProviderSchema, connectorStateSchema } from 'qualys-model';
import { z } from 'zod';
import { catalogStateSchema } from './catalog';
import { feedReadingSchema, qualysFeedSchema } from './feeds';
import { limitStateSchema } from './limits';
import { problemSchema } from './problem';
import { syncProgressSchema } from './progress';
import { heldBackRemovalSchema } from './removals';

/**
 * How old what one feed says is.
 *
 * @public
 */
export const feedAgeSchema = z.object({
  feed: qualysFeedSchema,
  /** When it was last read without a gap, in full or in part (ISO 8601, UTC); missing before the first time. */
  asOf: z.string().optional(),
  /** When it was last read in full: what is older may have gone since (ISO 8601, UTC). */
  fullAsOf: z.string().optional(),
  /** Whether the next reading, or the next one in full, is overdue. */
  stale: z.boolean(),
  /** Why the last run could not read it, where it could not. */
  problem: problemSchema.optional(),
});

/** How old what one feed says is. @public */
export type FeedAge = z.infer<typeof feedAgeSchema>;

/**
 * How old the mirror of a subscription is.
 *
 * @public
 */
export const mirrorAgeSchema = z.object({
  subscription: z.string(),
  /** What people call the subscription. */
  title: z.string(),
  /** When the last complete scan ended (ISO 8601, UTC); missing before the first. */
  asOf: z.string().optional(),
  /** Whether the next complete scan is overdue. */
  stale: z.boolean(),
  /** Why the last run did not complete, where it did not. */
  problem: problemSchema.optional(),
  /** Each feed that is switched on. */
  feeds: z.array(feedAgeSchema),
});

/** How old the mirror of a subscription is. @public */
export type MirrorAge = z.infer<typeof mirrorAgeSchema>;

/**
 * How a sync run ended.
 *
 * - `running`: it has not.
 * - `complete`: everything was read, and the mirror is what Qualys holds.
 * - `incomplete`: something was not read; what was read is in the mirror, and of what was not, nothing was removed.
 * - `failed`: nothing was read.
 * - `abandoned`: the backend ended in the middle of it.
 *
 * @public
 */
export const SYNC_OUTCOMES = [
  'running',
  'complete',
  'incomplete',
  'failed',
  'abandoned',
] as const;

/**
 * What asked for a sync, where it was its schedule.
 *
 * @public
 */
export const TRIGGERED_BY_SCHEDULE = 'schedule';

/**
 * A record that Qualys told of and that could not be understood, so that it is
 * not in the mirror, or stays there as it was.
 *
 * @public
 */
export const skippedRecordSchema = z.object({
  provider: cloudProviderSchema,
  /** Its id, where that could be read. */
  id: z.string().optional(),
  /** What is wrong with it, for people. */
  message: z.string(),
});

/** A record that could not be understood. @public */
export type SkippedRecord = z.infer<typeof skippedRecordSchema>;

/**
 * What a run read of one feed.
 *
 * @public
 */
export const feedRunSchema = z.object({
  feed: qualysFeedSchema,
  kind: feedReadingSchema,
  /** Whether every cloud could be read. */
  complete: z.boolean(),
  /** How many connectors came. */
  seen: z.number().int(),
  /** How many records could not be understood. */
  skipped: z.number().int(),
  /** The first of them, at most 20. */
  skippedRecords: z.array(skippedRecordSchema),
  /** What could not be read, and why. */
  problem: problemSchema.optional(),
});

/** What a run read of one feed. @public */
export type FeedRun = z.infer<typeof feedRunSchema>;

/** One run of the sync. @public */
export const syncRunSchema = z.object({
  id: z.string(),
  subscription: z.string(),
  /** Partial where a feed was read no further than to what was known already. */
  kind: feedReadingSchema,
  /** The feed that it reads, or both of them. */
  source: z.enum([...qualysFeedSchema.options, 'both']),
  /** Who asked for it: {@link TRIGGERED_BY_SCHEDULE}, or a user's entity reference. */
  trigger: z.string(),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  outcome: z.enum(SYNC_OUTCOMES),
  /** Calls to Qualys. */
  calls: z.number().int(),
  seen: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  /** Removals that wait because the run was not complete or they are out of proportion. */
  heldBack: z.number().int(),
  /** How many connectors the feeds disagree about, so that they are two records each. */
  disagreements: z.number().int(),
  /** How many records of all feeds could not be understood. */
  skipped: z.number().int(),
  /** How far it has come; only while it runs. */
  progress: syncProgressSchema.optional(),
  /** Each feed that was read; empty while the run has not ended. */
  feeds: z.array(feedRunSchema),
  problem: problemSchema.optional(),
});

/** One run of the sync. @public */
export type SyncRun = z.infer<typeof syncRunSchema>;

/**
 * The platform of a subscription that is configured by its addresses.
 *
 * @public
 */
export const PRIVATE_PLATFORM = 'private';

/**
 * One subscription: what is mirrored of it and how its syncs went.
 *
 * @public
 */
export const subscriptionStatusSchema = z.object({
  ...mirrorAgeSchema.shape,
  /** The Qualys platform, or {@link PRIVATE_PLATFORM}. */
  platform: z.string(),
  connectors: z.object({
    total: z.number().int(),
    byState: z.partialRecord(connectorStateSchema, z.number().int()),
    byProvider: z.partialRecord(cloudProviderSchema, z.number().int()),
  }),
  /** Seconds between two syncs, where the schedule is a plain interval. */
  interval: z.number().optional(),
  /**
   * Where it stands with Qualys' limits, for each family of APIs that was
   * called since the backend that answers was started, or that is configured.
   */
  limits: z.array(limitStateSchema),
  /** What is missing and kept, at most one removal in each state for each cloud. */
  heldBack: z.array(heldBackRemovalSchema),
  /** The latest runs, newest first; at most 20. */
  runs: z.array(syncRunSchema),
});

/** One subscription: what is mirrored of it and how its syncs went. @public */
export type SubscriptionStatus = z.infer<typeof subscriptionStatusSchema>;

/**
 * The answer of `GET /status`.
 *
 * @public
 */
export const statusSchema = z.object({
  subscriptions: z.array(subscriptionStatusSchema),
  /** What the catalog made of the connectors; missing before it said so for the first time. */
  catalog: catalogStateSchema.optional(),
  /** The owners that occur among the connectors, for filters. */
  owners: z.array(z.string()),
  /** How many claims wait for a decision. */
  openClaims: z.number().int(),
});

/** The answer of `GET /status`. @public */
export type Status = z.infer<typeof statusSchema>;

/**
 * The answer of `POST /subscriptions/:s/sync`.
 *
 * @public
 */
export const syncStartedSchema = z.object({
  subscription: z.string(),
  /** Whether a run was under way already, which then serves this wish too. */
  alreadyRunning: z.boolean(),
});

/** The answer of `POST /subscriptions/:s/sync`. @public */
export type SyncStarted = z.infer<typeof syncStartedSchema>;
