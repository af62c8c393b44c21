import { QualysConfigurationError } from '../errors';

/**
 * How long the client waits, in milliseconds.
 *
 * @public
 */
export interface QualysTimeouts {
  /** Until a connection stands, TLS included. Default 10 seconds. */
  connectMs?: number;
  /** Until an answer begins. Default 60 seconds. */
  headersMs?: number;
  /** Between two pieces of an answer. Default 60 seconds. */
  bodyMs?: number;
  /**
   * For a whole call with all its attempts and the waits between them, and the
   * login where one is needed. The wait for its turn is not part of it: that
   * has a bound of its own (`limits.maxWaitMs`). Default 180 seconds.
   */
  totalMs?: number;
}

/**
 * How often reads are tried again after a lost connection, a timeout, or an
 * answer of 502, 503, 504 or one that refuses because there were too many
 * calls (429, and 409 with the codes of limits). Each wait is twice the one
 * before, with jitter, unless the server names a longer one. Changes are never
 * tried again.
 *
 * @public
 */
export interface QualysRetries {
  /** How many attempts may follow the first one. Default 3; 0 for none. */
  limit?: number;
  /** The shortest first wait, in milliseconds. Default 500. */
  minDelayMs?: number;
  /** The longest wait of the client's own, in milliseconds. Default 8,000. */
  maxDelayMs?: number;
  /**
   * The longest wait that a server may ask for (`Retry-After`) with 502, 503 or
   * 504, in milliseconds. A longer one becomes a `limited` error with
   * `retryAfter`. Default 30,000. For calls that were too many, the bound is
   * `limits.maxWaitMs`.
   */
  maxRetryAfterMs?: number;
}

/** What the request core needs to know, every default filled in. */
export interface CoreOptions {
  timeouts: Required<QualysTimeouts>;
  retries: Required<QualysRetries>;
  maxAnswerBytes: number;
}

const TIMEOUTS: Required<QualysTimeouts> = {
  connectMs: 10_000,
  headersMs: 60_000,
  bodyMs: 60_000,
  totalMs: 180_000,
};

const RETRIES: Required<QualysRetries> = {
  limit: 3,
  minDelayMs: 500,
  maxDelayMs: 8_000,
  maxRetryAfterMs: 30_000,
};

// The longest time that a timer can hold.
const MAX_MILLISECONDS = 2 ** 31 - 1;

function wholeNumber(
  field: string,
  value: unknown,
  { min, max }: { min: number; max: number },
): number {
  if (Number.isInteger(value)) {
    const number = value as number;
    if (number >= min && number <= max) return number;
  }
  throw new QualysConfigurationError(
    field,
    `${field} must be a whole number from ${min} to ${max}, not ${String(
      value,
    )}.`,
  );
}

/**
 * One of some words, the first of them unless one is given.
 *
 * @throws QualysConfigurationError for another word
 */
export function choiceOf<T extends string>(
  field: string,
  choices: readonly [T, ...T[]],
  given: T = choices[0],
): T {
  if (choices.includes(given)) return given;
  throw new QualysConfigurationError(
    field,
    `${field} must be ${choices.join(' or ')}, not ${String(given)}.`,
  );
}

function filledIn<T extends object>(
  group: string,
  defaults: T,
  given: Partial<T> = {},
  min: number,
): T {
  const entries = Object.entries(defaults).map(([key, value]) => [
    key,
    wholeNumber(`${group}.${key}`, given[key as keyof T] ?? value, {
      min,
      max: MAX_MILLISECONDS,
    }),
  ]);
  return Object.fromEntries(entries) as T;
}

/**
 * Fills in the defaults.
 *
 * @throws QualysConfigurationError for a number that makes no sense
 */
export function coreOptions(options: {
  timeouts?: QualysTimeouts;
  retries?: QualysRetries;
  maxAnswerBytes?: number;
}): CoreOptions {
  return {
    timeouts: filledIn('timeouts', TIMEOUTS, options.timeouts, 1),
    retries: filledIn('retries', RETRIES, options.retries, 0),
    maxAnswerBytes: wholeNumber(
      'maxAnswerBytes',
      options.maxAnswerBytes ?? 32 * 1024 * 1024,
      { min: 1, max: MAX_MILLISECONDS },
    ),
  };
}
