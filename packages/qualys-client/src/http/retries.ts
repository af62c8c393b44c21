import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { Failure, failureWith } from './failure';
import type { CoreOptions } from './options';
import type { CallScope } from './scope';

/**
 * Runs an attempt until it works, fails for good, or must not be tried again.
 *
 * @param attempt - gets 1, 2, 3 …; what it throws is a `Failure` where it is about the call
 * @param onRetry - told of a failure that is about to be tried again
 * @throws Failure, or what else the attempt threw, or the reason of the scope's signal
 */
export async function withRetries<T>(
  options: CoreOptions['retries'],
  scope: CallScope,
  attempt: (number: number) => Promise<T>,
  onRetry: (failure: Failure, waitMs: number) => void,
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
        const askedMs = (error.facts.retryAfter ?? 0) * 1000;
        if (askedMs > options.maxRetryAfterMs) {
          throw failureWith(error, {
            kind: 'limited',
            what: `Qualys asks to wait ${error.facts.retryAfter} s before the next call.`,
          });
        }
        const waitMs = Math.max(askedMs, retryDelay);
        if (performance.now() + waitMs >= scope.deadline) return false;
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
