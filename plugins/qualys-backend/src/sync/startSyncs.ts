import { isError, NotFoundError } from '@backstage/errors';
import type {
  LifecycleService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { SyncStarted } from 'backstage-plugin-qualys-common';
import type { SubscriptionConfig } from '../config';
import { describeError } from '../errors';
import { announce } from './announce';
import { runSync, type SyncDeps } from './runSync';
import { watchSyncs } from './watch';

/** The syncs of all subscriptions, under way by their schedules. */
export interface Syncs {
  /**
   * Starts a sync now; a run that is under way already serves the wish, too.
   *
   * @param by - who asks for it, as an entity reference
   * @throws NotFoundError when the subscription is not configured
   */
  start(subscription: string, by: string): Promise<SyncStarted>;
}

function taskId(subscription: string): string {
  return `qualys-sync-${subscription}`;
}

// Tens of thousands of connectors take their time, for which nothing waits.
function describeInBackground(
  { events, logger, mirror }: SyncDeps,
  lifecycle: LifecycleService,
): void {
  const ended = new AbortController();
  const describing = mirror.describeAgain(ended.signal).then(
    async ({ changed, revision, subscriptions }) => {
      if (changed === 0) return;
      logger.info(
        `By the configuration as it is now, ${changed} connectors have another owner or differ otherwise`,
      );
      for (const subscription of subscriptions) {
        await announce({ events, logger }, { revision, subscription });
      }
    },
    error => {
      if (ended.signal.aborted) return;
      logger.error(
        `Who owns which connectors by the configuration as it is now will only be known when each is read again: ${describeError(
          error,
        )}`,
      );
    },
  );
  lifecycle.addShutdownHook(async () => {
    ended.abort();
    await describing;
  });
}

/**
 * Schedules the syncs: one task for each subscription, of which one runs at a
 * time in all backends, and one in each backend that looks whether they live.
 */
export async function startSyncs(
  options: SyncDeps & {
    subscriptions: readonly SubscriptionConfig[];
    lifecycle: LifecycleService;
    scheduler: SchedulerService;
  },
): Promise<Syncs> {
  const { lifecycle, scheduler, subscriptions, ...deps } = options;
  const { clients, logger, metrics, mirror, runs } = deps;

  if (subscriptions.length === 0) {
    logger.warn(
      'No Qualys subscription is configured: add one as qualys.subscriptions.<id> with platform (or urls) and credentials',
    );
  }
  await mirror.noteConfigured();
  describeInBackground(deps, lifecycle);
  for (const client of clients.all()) {
    const { id, schedule } = client.subscription;
    await scheduler.scheduleTask({
      ...schedule,
      id: taskId(id),
      fn: signal => runSync(deps, client, signal),
    });
  }
  await watchSyncs({
    logger,
    metrics,
    runs,
    scheduler,
    subscriptions: subscriptions.map(({ id }) => id),
    taskId,
  });

  return {
    async start(subscription, by) {
      if (!clients.get(subscription)) {
        throw new NotFoundError(
          `There is no subscription "${subscription}" in the configuration`,
        );
      }
      await runs.wish(subscription, by);
      try {
        await scheduler.triggerTask(taskId(subscription));
        return { subscription, alreadyRunning: false };
      } catch (error) {
        if (!isError(error) || error.name !== 'ConflictError') throw error;
        // Where no run is under way, its backend has died or is about to
        // begin or end one: the wish stays, and is seen to.
        const alreadyRunning = await runs.isRunning(subscription);
        if (alreadyRunning) await runs.dropWish(subscription);
        return { subscription, alreadyRunning };
      }
    },
  };
}
