import type { QualysApiFamily } from '../http';

/**
 * How a figure is known: `assumed` by default, `configured` in the options of
 * the client, or `told` by Qualys in the headers of an answer.
 *
 * @public
 */
export type QualysLimitSource = 'assumed' | 'configured' | 'told';

/**
 * Qualys refused a call because there were too many.
 *
 * @public
 */
export interface QualysRefusal {
  /** When, ISO 8601 in UTC. */
  at: string;
  /** The HTTP status: 409 or 429. */
  status?: number;
  /** Qualys' own code: 1960 for too many at once, 1965 for too many an hour. */
  code?: string;
  /** How long everyone had to wait after it, in seconds. */
  waitSeconds: number;
}

/**
 * Where a subscription stands with the limits of one family of APIs, as this
 * client sees it.
 *
 * @public
 */
export interface QualysLimitState {
  /** The family of APIs. */
  family: QualysApiFamily;
  /** How many calls may run at once. */
  concurrency: number;
  /** How `concurrency` is known. */
  concurrencySource: QualysLimitSource;
  /** How many calls run now. */
  running: number;
  /** How many calls wait for their turn now, by who waits for them. */
  waiting: { user: number; background: number };
  /** The length of the window in which calls are counted, in seconds. It slides. */
  windowSeconds: number;
  /** How many calls Qualys allows the whole subscription in a window. */
  windowLimit: number;
  /** How `windowLimit` and `windowSeconds` are known. */
  windowSource: QualysLimitSource;
  /** Our share of `windowLimit`. */
  budget: number;
  /** How many calls of `budget` those in the background may not use. */
  reserved: number;
  /** How many calls we made in the window that ends now. */
  used: number;
  /** How many calls we can still make now: what is left of `budget`, or less where others leave less. */
  remaining: number;
  /** How many calls of the window Qualys said that all programs together still have, where it said so lately. */
  remainingOfAll?: number;
  /** Until when no call is made, since Qualys asked to wait; ISO 8601 in UTC. Absent where nothing is blocked. */
  blockedUntil?: string;
  /** The last time that Qualys refused a call because there were too many. */
  lastRefusal?: QualysRefusal;
}
