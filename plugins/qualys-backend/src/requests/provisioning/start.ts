import type {
  LifecycleService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { createUpkeep } from './upkeep';
import { createProvisioner, type Provisioner } from './worker';

/** The task of each backend that looks for what is due. */
export const PROVISIONING_TASK_ID = 'qualys-requests-provisioning';

/** The task that lets requests expire and encrypts their keys anew. */
export const UPKEEP_TASK_ID = 'qualys-requests-upkeep';

/** Has what is agreed to created in Qualys, in every backend that has room. */
export async function startProvisioning(
  deps: Parameters<typeof createProvisioner>[0] &
    Parameters<typeof createUpkeep>[0] & {
      lifecycle: LifecycleService;
      scheduler: SchedulerService;
    },
): Promise<Provisioner> {
  const { lifecycle, scheduler } = deps;
  const provisioner = createProvisioner(deps);
  lifecycle.addShutdownHook(() => provisioner.stop());
  await scheduler.scheduleTask({
    id: PROVISIONING_TASK_ID,
    scope: 'local',
    frequency: { seconds: 15 },
    timeout: { seconds: 10 },
    initialDelay: { seconds: 3 },
    fn: () => provisioner.wake(),
  });
  await scheduler.scheduleTask({
    id: UPKEEP_TASK_ID,
    scope: 'global',
    frequency: { minutes: 5 },
    timeout: { minutes: 2 },
    initialDelay: { seconds: 10 },
    fn: createUpkeep(deps),
  });
  return provisioner;
}
