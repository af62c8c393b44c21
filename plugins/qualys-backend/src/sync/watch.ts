import { isError } from '@backstage/errors';
import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { SyncMetrics } from '../metrics';
import type { SyncRuns } from './runs';

/** The task of each backend that looks for runs whose backends have died. */
export const WATCH_TASK_ID = 'qualys-sync-watch';

const WATCH_SECONDS = 15;

async function unlessConflict(action: Promise<void>): Promise<void> {
  try {
    await action;
  } catch (error) {
    if (!isError(error) || error.name !== 'ConflictError') throw error;
  }
}

/**
 * Looks for runs whose backends have died, and for wishes that no backend
 * took up, and has the syncs begin anew. The scheduler would leave the task of
 * a dead backend locked until its timeout. Every backend looks for itself; of
 * several, one finds a dead run.
 */
export async function watchSyncs(options: {
  logger: LoggerService;
  metrics: SyncMetrics;
  runs: SyncRuns;
  scheduler: SchedulerService;
  subscriptions: readonly string[];
  taskId: (subscription: string) => string;
}): Promise<void> {
  const { logger, metrics, runs, scheduler, subscriptions, taskId } = options;

  const beginAnew = async (subscription: string) => {
    // Another backend may have begun by itself.
    if (await runs.isRunning(subscription)) return;
    await unlessConflict(scheduler.cancelTask(taskId(subscription)));
    await unlessConflict(scheduler.triggerTask(taskId(subscription)));
  };

  await scheduler.scheduleTask({
    id: WATCH_TASK_ID,
    scope: 'local',
    frequency: { seconds: WATCH_SECONDS },
    timeout: { seconds: WATCH_SECONDS },
    async fn() {
      const dead = await runs.abandonDead(subscriptions);
      for (const { subscription, instance } of dead) {
        metrics.died(subscription);
        logger.warn(
          `The backend ${instance} ended in the middle of a sync of ${subscription}, which begins anew`,
        );
      }
      const unheard = await runs.unheardWishes(subscriptions);
      const stuck = new Set([
        ...dead.map(({ subscription }) => subscription),
        ...unheard,
      ]);
      for (const subscription of stuck) await beginAnew(subscription);
    },
  });
}
