/* A backend with the plugin in it, as a program: its settings come in the environment. */
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  type BackendFeature,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import createKnex from 'knex';
import { flushCompileCache } from 'node:module';
import type { AddressInfo } from 'node:net';
import { qualysPlugin } from '../plugin';
import { createDeathPoint } from './deathPoint';
import { standIn } from './services';

const SOON_MS = 100;

/** A scheduler that runs one task all the time, and no other one. */
function oneTask(id: string): BackendFeature {
  const scheduler: Partial<SchedulerService> = {
    async scheduleTask(task) {
      if (task.id !== id) return;
      setInterval(() => {
        void task.fn(new AbortController().signal);
      }, SOON_MS);
    },
    createScheduledTaskRunner: () => ({ run: async () => {} }),
  };
  return standIn(coreServices.scheduler, scheduler as SchedulerService);
}

async function main() {
  const { database, subscriptions, qualys, entities, task } = JSON.parse(
    process.env.QUALYS_TEST_BACKEND ?? '',
  );
  const knex = createKnex(database);
  const dieAt = createDeathPoint(knex);
  process.on('message', ({ nth }: { nth: number }) => {
    dieAt(nth);
    process.send?.({ nth });
  });
  const { server } = await startTestBackend({
    features: [
      qualysPlugin,
      task === undefined ? schedulerServiceFactory : oneTask(task),
      catalogServiceMock.factory({ entities }),
      mockServices.rootLogger.factory({ level: 'warn' }),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: { qualys: { ...qualys, subscriptions } },
      }),
    ],
  });
  // Who is killed leaves nothing behind for the next one to start with.
  flushCompileCache();
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`listening on ${port}\n`);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
