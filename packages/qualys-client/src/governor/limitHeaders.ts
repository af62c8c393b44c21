import { retryAfterSeconds } from '../http';

/** What the headers of an answer say of limits. What they do not say is absent. */
export interface LimitHeaders {
  /** How many calls are allowed in a window. */
  limit?: number;
  windowSeconds?: number;
  /** How many calls of the window are left. */
  remaining?: number;
  /** How long to wait before the next call; never 0. */
  toWaitSeconds?: number;
  retryAfterSeconds?: number;
  /** How long until the window begins anew. */
  resetSeconds?: number;
  /** How many calls may run at once. */
  concurrency?: number;
  /** How many calls ran when the answer was given, all programs together. */
  running?: number;
}

/** The longest wait that is believed, a day: the longest window of Qualys' tiers. */
export const LONGEST_WAIT_SECONDS = 86_400;
// Seconds since 1970 in place of a time to wait; that long nobody waits.
const EPOCH_FROM = 1_000_000_000;

function numberIn(text: string | undefined): number | undefined {
  const trimmed = text?.trim();
  return trimmed && /^\d{1,10}$/.test(trimmed) ? Number(trimmed) : undefined;
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}

function wait(seconds: number | undefined): number | undefined {
  const asked = positive(seconds);
  return asked && Math.min(asked, LONGEST_WAIT_SECONDS);
}

function fromNow(value: number | undefined, now: number): number | undefined {
  return value !== undefined && value >= EPOCH_FROM
    ? Math.ceil(value - now / 1000)
    : value;
}

/**
 * Reads the headers about limits. A value that is no whole number is ignored.
 *
 * Source: Qualys API limits; the spelling `X-ConcurrencyLimit-Limit` and a
 * lone `Reset` occur on the gateway. What `Reset` counts is not documented:
 * a large number is taken for seconds since 1970, any other for seconds.
 *
 * @param header - gives a header by its name in lower case
 * @param now - milliseconds since 1970
 */
export function readLimitHeaders(
  header: (name: string) => string | undefined,
  now: number,
): LimitHeaders {
  const number = (name: string) => numberIn(header(name));
  return {
    limit: positive(number('x-ratelimit-limit')),
    windowSeconds: wait(number('x-ratelimit-window-sec')),
    remaining: number('x-ratelimit-remaining'),
    toWaitSeconds: wait(number('x-ratelimit-towait-sec')),
    retryAfterSeconds: wait(retryAfterSeconds(header('retry-after'), now)),
    resetSeconds: wait(fromNow(number('reset'), now)),
    concurrency: positive(
      number('x-concurrency-limit-limit') ?? number('x-concurrencylimit-limit'),
    ),
    running:
      number('x-concurrency-limit-running') ??
      number('x-concurrencylimit-running'),
  };
}
