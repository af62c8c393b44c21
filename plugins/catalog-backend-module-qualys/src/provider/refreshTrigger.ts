import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';

/** Asks for a refresh soon. */
export interface RefreshTrigger {
  request(): void;
  /** Forgets a refresh that has been asked for and not begun. */
  stop(): void;
}

/**
 * Runs a scheduled task out of turn. Wishes that come close together are one,
 * and a task that is running is run again afterwards, since it may have read
 * what it reads before the change.
 *
 * The scheduler does it, so that no two backends refresh at the same time.
 *
 * @param options - `delayMs`: how long to wait for more wishes; `retryMs`: how
 * long to wait for a task that is running
 */
export function createRefreshTrigger(options: {
  scheduler: Pick<SchedulerService, 'triggerTask'>;
  taskId: string;
  logger: LoggerService;
  delayMs?: number;
  retryMs?: number;
}): RefreshTrigger {
  const { scheduler, taskId, logger, delayMs = 1000, retryMs = 5000 } = options;
  let timer: NodeJS.Timeout | undefined;

  function runIn(ms: number) {
    if (timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      scheduler.triggerTask(taskId).catch(error => {
        if (isError(error) && error.name === 'ConflictError') {
          runIn(retryMs);
          return;
        }
        logger.warn(`Could not refresh the connectors out of turn`, error);
      });
    }, ms);
    timer.unref();
  }

  return {
    request: () => runIn(delayMs),
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
