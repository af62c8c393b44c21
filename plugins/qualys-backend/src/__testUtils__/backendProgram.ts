/* A backend with the plugin in it, as a program: its settings come in the environment. */
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import createKnex from 'knex';
import type { AddressInfo } from 'node:net';
import { qualysPlugin } from '../plugin';
import { dieAtPoint } from './deathPoint';

async function main() {
  const {
    database,
    subscriptions,
    qualys = {},
    entities = [],
    dieAt,
  } = JSON.parse(process.env.QUALYS_TEST_BACKEND ?? '');
  const knex = createKnex(database);
  if (dieAt !== undefined) dieAtPoint(dieAt, knex);
  const { server } = await startTestBackend({
    features: [
      qualysPlugin,
      schedulerServiceFactory,
      catalogServiceMock.factory({ entities }),
      mockServices.rootLogger.factory({ level: 'warn' }),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: { qualys: { ...qualys, subscriptions } },
      }),
    ],
  });
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`listening on ${port}\n`);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
