import { isError, NotFoundError } from '@backstage/errors';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { SyncStarted } from 'backstage-plugin-qualys-common';
import type { SubscriptionConfig } from '../config';
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

/**
 * Schedules the syncs: one task for each subscription, of which one runs at a
 * time in all backends, and one in each backend that looks whether they live.
 */
export async function startSyncs(
  options: SyncDeps & {
    subscriptions: readonly SubscriptionConfig[];
    scheduler: SchedulerService;
  },
): Promise<Syncs> {
  const { scheduler, subscriptions, ...deps } = options;
  const { clients, logger, metrics, mirror, runs } = deps;

  if (subscriptions.length === 0) {
    logger.warn(
      'No Qualys subscription is configured: add one as qualys.subscriptions.<id> with platform (or urls) and credentials',
    );
  }
  await mirror.describeAgain();
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
