import type { CallOptions } from 'qualys-client';
import type { z } from 'zod';
import type { SubscriptionClient } from '../clients';
import type { QualysArea } from '../errors';

/** How old what a form is filled from may be, in milliseconds. */
export const FORM_MS = 5_000;

/** Something in Qualys that is read through the cache. */
export interface CachedRead<T> {
  /** Which object it is; no two kinds of objects share a key. */
  key: string;
  /** The id of the subscription in the configuration. */
  subscription: string;
  /** The part of Qualys that is asked. */
  area: QualysArea;
  /** What is read, for the log: `The errors of connector main/1`. */
  what: string;
  /** What the cache may hold; anything else in it is not known. */
  schema: z.ZodType<T>;
  /** For how long an answer is good, in milliseconds. */
  freshMs: number | ((value: T) => number);
  /**
   * For how much longer it is given at once while it is renewed in the
   * background, in milliseconds; not at all unless given.
   */
  renewedMs?: number;
  /** Asks Qualys. */
  ask(client: SubscriptionClient, options: CallOptions): Promise<T>;
}

/** What is known of an object, and since when. */
export interface Known<T> {
  value: T;
  /** When Qualys was asked (ISO 8601, UTC). */
  asOf: string;
  /** Why this is an older answer, in words for viewers. */
  staleBecause?: string;
}

/**
 * Reads objects from Qualys as seldom as can be: an object is asked for once at
 * a time, and once in the period for which its answer is good, whatever the
 * number of those who look at it. Where Qualys cannot be asked, the last
 * answer of the last day is given with the reason.
 *
 * What is renewed while nobody waits is asked for in the background, after all
 * that people wait for. Where its turn does not come, all stays as it was.
 */
export interface CachedReads {
  /**
   * An object. An answer that is good is given as it is; for a while longer it
   * is given at once and renewed in the background; later it is waited for.
   *
   * @throws QualysProblemError when Qualys cannot be asked and no answer is known
   */
  read<T>(of: CachedRead<T>): Promise<Known<T>>;
  /** The same where nobody has to wait for Qualys; undefined otherwise. */
  readAtOnce<T>(of: CachedRead<T>): Promise<Known<T> | undefined>;
  /**
   * An object for a form: an answer of the last few seconds, or else a new one
   * for all who wait for it. No older answer takes its place.
   *
   * @param atMostMs - how old the answer may be, whatever its kind allows
   * @throws QualysProblemError when Qualys cannot be asked, in words for editors
   */
  readFresh<T>(of: CachedRead<T>, atMostMs?: number): Promise<Known<T>>;
  /**
   * An object as it is now, by a call of its own: what a change is made from.
   * No older answer takes its place.
   *
   * @throws QualysError as the client does
   * @throws QualysProblemError while nobody may ask
   */
  readNow<T>(of: CachedRead<T>): Promise<Known<T>>;
  /**
   * The same after a change: where it cannot be read, nothing is kept of it.
   *
   * @throws as {@link CachedReads.readNow}
   */
  readBack<T>(of: CachedRead<T>): Promise<Known<T>>;
  /** Keeps what is known of an object after a change, in place of all that was read before. */
  put<T>(of: CachedRead<T>, value: T): Promise<Known<T>>;
  /** Lets the next one who looks at an object ask for it. */
  forget(of: Pick<CachedRead<unknown>, 'key'>): Promise<void>;
}
