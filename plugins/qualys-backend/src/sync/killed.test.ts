import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statusSchema } from 'backstage-plugin-qualys-common';
import createKnex, { type Knex } from 'knex';
import {
  configOf,
  startBackendProcess,
  type BackendProcess,
} from '../__testUtils__/backendProcess';
import { simulated } from '../__testUtils__/backend';
import { testDatabases } from '../__testUtils__/databases';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(180_000);

// On PostgreSQL the scheduler takes some seconds to begin anew.
const TIMES: Record<string, number> = { SQLITE_3: 10, POSTGRES_18: 4 };

describe('a backend that is killed in a sync', () => {
  const databases = testDatabases();
  const simulator = useSimulator(240);
  let folder: string;
  let backend: BackendProcess;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qualys-killed-'));
  });
  afterEach(async () => {
    await backend.kill();
    await rm(folder, { recursive: true });
  });

  const DATABASES: Record<string, () => Promise<Knex.Config>> = {
    SQLITE_3: async () => ({
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'qualys.sqlite') },
      useNullAsDefault: true,
    }),
    POSTGRES_18: async () => configOf(await databases.init('POSTGRES_18')),
  };

  it.each(databases.eachSupportedId())(
    'again and again, at random moments, loses nothing, on %s',
    async id => {
      const config = await DATABASES[id]();
      const { control } = simulator.current;
      // So long that each call is a moment of its own.
      control.addFault({ match: {}, kind: 'slow', delayMs: 20 });
      const start = async () => {
        backend = await startBackendProcess(config, {
          main: {
            ...simulated(simulator.current),
            schedule: {
              frequency: { hours: 1 },
              timeout: { hours: 1 },
              initialDelay: { milliseconds: 1 },
            },
          },
        });
      };
      // What the database holds after a kill, and a minute later.
      const leftBehind = async () => {
        const knex = createKnex(config);
        try {
          const rows = await knex('connectors').whereNull('removed_at');
          const running = await knex('sync_runs').whereNull('ended_at');
          await knex('sync_runs')
            .whereNull('ended_at')
            .update({ alive_at: new Date(Date.now() - 61_000).toISOString() });
          return { mirrored: rows.length, running: running.length };
        } finally {
          await knex.destroy();
        }
      };
      const until = async (condition: () => Promise<boolean>) => {
        while (!(await condition())) {
          await new Promise(resolve => setTimeout(resolve, 5));
        }
      };

      const moments: { calls: number; mirrored: number; running: number }[] =
        [];
      for (let time = 0; time < TIMES[id]; time += 1) {
        control.clearJournal();
        await start();
        // Where the one before had just ended, the next one is not due yet.
        await backend.syncNow().expect(200);
        const calls = Math.ceil(Math.random() * 5);
        await until(async () => control.journal().length >= calls);
        await backend.kill();
        moments.push({ calls, ...(await leftBehind()) });
      }
      const mirrored = moments.map(moment => moment.mirrored);
      // Nothing that was there is gone later.
      expect([...mirrored].sort((a, b) => a - b)).toEqual(mirrored);
      expect(moments.every(({ running }) => running <= 1)).toBe(true);
      expect(moments.some(({ running }) => running === 1)).toBe(true);

      control.clearFaults();
      await start();
      await backend.syncNow().expect(200);
      await until(async () => {
        const { body } = await backend.get('/status').expect(200);
        const [last] = statusSchema.parse(body).subscriptions[0].runs;
        return last.outcome === 'complete';
      });
      const { body } = await backend.get('/status');
      const [subscription] = statusSchema.parse(body).subscriptions;
      expect(subscription.connectors.total).toBe(242);
      expect(
        subscription.runs.filter(({ outcome }) => outcome === 'running'),
      ).toEqual([]);
    },
  );
});
