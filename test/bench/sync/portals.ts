import type { JsonObject } from '@backstage/types';
import type {
  Status,
  SubscriptionStatus,
  SyncRun,
} from 'backstage-plugin-qualys-common';
import { startPortal, type Feature, type Portal } from '../portal';
import { portalConfig, type Platform } from './subscription';
import { rememberTasks, SYNC_TASK, type Tasks } from './tasks';

/** A portal with the Qualys plugin, and how to sync in it. */
export interface QualysPortal extends Portal {
  tasks: Tasks;
  /** Reads Qualys into the mirror. */
  sync(): Promise<void>;
  status(): Promise<SubscriptionStatus>;
  /** The run of the last sync; throws where not all of it came. */
  latestRun(): Promise<SyncRun>;
}

/** Starts a portal with the Qualys plugin and whatever else is named. */
export async function startQualysPortal(options: {
  database: JsonObject;
  platform: Platform;
  features?: Feature[];
  extensionPoints?: Parameters<typeof startPortal>[0]['extensionPoints'];
}): Promise<QualysPortal> {
  const tasks = rememberTasks();
  const portal = await startPortal({
    database: options.database,
    config: portalConfig(options.platform),
    features: [
      import('backstage-plugin-qualys-backend'),
      tasks.feature,
      ...(options.features ?? []),
    ],
    extensionPoints: options.extensionPoints,
  });
  const status = async () => {
    const { subscriptions } = await portal.get<Status>('/qualys/v1/status');
    return subscriptions[0];
  };
  return {
    ...portal,
    tasks,
    sync: () => tasks.run(SYNC_TASK),
    status,
    async latestRun() {
      const [latest] = (await status()).runs;
      if (latest?.outcome !== 'complete') {
        throw new Error(`The sync ended so: ${JSON.stringify(latest)}`);
      }
      return latest;
    },
  };
}
