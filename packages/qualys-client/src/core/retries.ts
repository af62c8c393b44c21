import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { type CoreOptions, Failure, failureWith } from '../http';
import type { CallScope } from './scope';

/** How an attempt that was refused because there were too many waits for its next turn. */
export interface TurnWaits {
  /** How long the next turn takes to come. */
  nextMs(): number;
  /** How long the call may still wait. */
  leftMs(): number;
}

/**
 * Runs an attempt until it works, fails for good, or must not be tried again.
 *
 * @param attempt - what it throws is a `Failure` where it is about the call
 * @param onRetry - told of a failure that is about to be tried again
 * @param turns - where attempts wait for their turn, and so sit out what Qualys asks to wait
 * @throws Failure, or what else the attempt threw, or the reason of the scope's signal
 */
export async function withRetries<T>(
  options: CoreOptions['retries'],
  scope: CallScope,
  attempt: () => Promise<T>,
  onRetry: (failure: Failure, waitMs: number) => void,
  turns?: TurnWaits,
): Promise<T> {
  try {
    return await pRetry(attempt, {
      retries: options.limit,
      factor: 2,
      minTimeout: options.minDelayMs,
      maxTimeout: options.maxDelayMs,
      randomize: true,
      signal: scope.signal,
      async shouldRetry({ error, retryDelay }) {
        if (!(error instanceof Failure) || !error.facts.transient) return false;
        const { kind, retryAfter = 0 } = error.facts;
        if (kind === 'limited' && turns) {
          const nextMs = Math.ceil(turns.nextMs());
          if (nextMs > turns.leftMs()) return false;
          onRetry(error, Math.max(nextMs, retryDelay));
          return true;
        }
        const askedMs = retryAfter * 1000;
        if (askedMs > options.maxRetryAfterMs) {
          throw failureWith(error, {
            kind: 'limited',
            what: `Qualys asks to wait ${retryAfter} s before the next call.`,
          });
        }
        const waitMs = Math.max(askedMs, retryDelay);
        if (waitMs >= scope.leftMs()) return false;
        onRetry(error, waitMs);
        // The library waits for `retryDelay` itself.
        await sleep(waitMs - retryDelay, undefined, { signal: scope.signal });
        return true;
      },
    });
  } catch (error) {
    if (scope.signal.aborted) throw scope.signal.reason;
    throw error;
  }
}
