import { statusSchema, type SyncRun } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { simulated, startQualysBackend } from '../__testUtils__/backend';
import { testDatabases } from '../__testUtils__/databases';
import { useSimulator } from '../__testUtils__/simulator';
import { WATCH_TASK_ID } from './watch';

jest.setTimeout(60_000);

describe('the watch over the syncs', () => {
  const databases = testDatabases();
  const simulator = useSimulator(30);

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let backend: Awaited<ReturnType<typeof startQualysBackend>>;

    const runsNow = async (): Promise<SyncRun[]> => {
      const { body } = await backend.get('/status');
      return statusSchema.parse(body).subscriptions[0].runs;
    };
    const elsewhere = (silentFor: number) =>
      knex('sync_runs').insert({
        id: 'elsewhere',
        subscription: 'main',
        kind: 'full',
        source: 'cloudView',
        trigger: 'schedule',
        instance: 'elsewhere:1',
        started_at: new Date(Date.now() - 300_000).toISOString(),
        alive_at: new Date(Date.now() - silentFor * 1000).toISOString(),
        outcome: 'running',
      });
    const watch = () => backend.scheduler.triggerTask(WATCH_TASK_ID);

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      backend = await startQualysBackend({
        knex,
        subscriptions: { main: simulated(simulator.current) },
      });
    });
    afterEach(() => backend.stop());

    it('ends the run of a backend that died, says so, and begins anew', async () => {
      await elsewhere(61);
      await watch();
      expect(await runsNow()).toMatchObject([
        { outcome: 'complete', added: 30 },
        {
          id: 'elsewhere',
          outcome: 'abandoned',
          problem: { code: 'internal' },
        },
      ]);
      expect(backend.logs.map(({ text }) => text).join('\n')).toContain(
        'The backend elsewhere:1 ended in the middle of a sync of main',
      );
    });

    it('leaves alone what is alive, and begins nothing beside it', async () => {
      await elsewhere(50);
      await watch();
      await backend.scheduler.triggerTask('qualys-sync-main');
      expect(await runsNow()).toMatchObject([
        { id: 'elsewhere', outcome: 'running' },
      ]);
      expect(simulator.current.control.journal()).toEqual([]);
    });

    it('sees to a wish that no backend took up', async () => {
      await knex('sync_wishes').insert({
        subscription: 'main',
        wished_by: 'user:default/ada',
        wished_at: new Date(Date.now() - 31_000).toISOString(),
      });
      await watch();
      expect(await runsNow()).toMatchObject([
        { outcome: 'complete', trigger: 'user:default/ada' },
      ]);
      await watch();
      expect(await runsNow()).toHaveLength(1);
    });

    it('gives a wish its time', async () => {
      await knex('sync_wishes').insert({
        subscription: 'main',
        wished_by: 'user:default/ada',
        wished_at: new Date().toISOString(),
      });
      await watch();
      expect(await runsNow()).toEqual([]);
    });
  });
});
