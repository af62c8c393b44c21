import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CallCount } from 'backstage-plugin-qualys-common';
import type { QualysCallFinished, QualysHooks } from 'qualys-client';
import { describeError } from '../errors';
import { stretchOf, type CallStore } from './store';

/** Counts calls as they end. */
export interface CallCounter {
  /** The hooks that count the calls of a subscription's client. */
  hooksOf(subscription: string): QualysHooks;
  /** Writes down what was counted since the last time. Never throws. */
  flush(): Promise<void>;
}

const FLUSH_SECONDS = 60;

function wasRefused({ errorKind, status }: QualysCallFinished): boolean {
  return errorKind === 'limited' && status !== undefined;
}

/**
 * Counts calls to Qualys, and writes the counts down every minute and when the
 * backend ends: what a backend counted that dies is lost, since the picture of
 * the calls is for people, and the limits are kept elsewhere.
 */
export function createCallCounter(
  store: CallStore,
  logger: LoggerService,
): CallCounter {
  let counts = new Map<string, CallCount>();

  return {
    hooksOf: subscription => ({
      onCallFinished(call) {
        const { family, priority } = call;
        const at = stretchOf(Date.now());
        const key = JSON.stringify([at, subscription, family]);
        const count = counts.get(key) ?? {
          at,
          subscription,
          family,
          user: 0,
          background: 0,
          refused: 0,
        };
        count[priority] += 1;
        if (wasRefused(call)) count.refused += 1;
        counts.set(key, count);
      },
    }),
    async flush() {
      const flushed = counts;
      counts = new Map();
      try {
        await store.add([...flushed.values()]);
      } catch (error) {
        logger.warn(
          `The calls to Qualys of the last minute could not be written down: ${describeError(
            error,
          )}`,
        );
      }
    },
  };
}

/** Has a counter write down what it counts, as long as the backend lives. */
export async function startCallCounter(
  { flush }: CallCounter,
  {
    lifecycle,
    scheduler,
  }: { lifecycle: LifecycleService; scheduler: SchedulerService },
): Promise<void> {
  lifecycle.addShutdownHook(flush);
  await scheduler.scheduleTask({
    id: 'qualys-call-counts',
    scope: 'local',
    frequency: { seconds: FLUSH_SECONDS },
    timeout: { seconds: FLUSH_SECONDS },
    fn: flush,
  });
}
