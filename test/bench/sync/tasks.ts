import { DefaultSchedulerService } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
  type SchedulerService,
  type SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';

/** The task in which the sync of the subscription `main` is made. */
export const SYNC_TASK = 'qualys-sync-main';

/** The task in which the catalog is brought to where the mirror is. */
export const REFRESH_TASK = 'qualys-connectors-refresh';

/** The scheduled tasks of a backend, which can also be run at once. */
export interface Tasks {
  /** The scheduler of the backend: Backstage's own, which tells what it is given. */
  feature: BackendFeature;
  /** Runs a task, whatever its schedule says; throws where there is none of that name. */
  run(id: string): Promise<void>;
}

/** Remembers the tasks of a backend, so that one can be run without waiting for the scheduler. */
export function rememberTasks(): Tasks {
  const tasks = new Map<string, SchedulerServiceTaskFunction>();

  const remembering = (scheduler: SchedulerService): SchedulerService => {
    const scheduleTask: SchedulerService['scheduleTask'] = async task => {
      tasks.set(task.id, task.fn);
      await scheduler.scheduleTask(task);
    };
    return {
      scheduleTask,
      createScheduledTaskRunner: schedule => ({
        run: task => scheduleTask({ ...schedule, ...task }),
      }),
      getScheduledTasks: () => scheduler.getScheduledTasks(),
      triggerTask: id => scheduler.triggerTask(id),
      cancelTask: id => scheduler.cancelTask(id),
    };
  };

  return {
    feature: createServiceFactory({
      service: coreServices.scheduler,
      deps: {
        database: coreServices.database,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        pluginMetadata: coreServices.pluginMetadata,
        rootLifecycle: coreServices.rootLifecycle,
      },
      factory: deps => remembering(DefaultSchedulerService.create(deps)),
    }),
    async run(id) {
      const task = tasks.get(id);
      if (!task) {
        throw new Error(
          `There is no task ${id}, but ${[...tasks.keys()].join(', ')}`,
        );
      }
      await task(new AbortController().signal);
    },
  };
}
