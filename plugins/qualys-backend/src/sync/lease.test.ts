import type { Knex } from 'knex';
import { awsConnector } from '../__testUtils__/connectors';
import { testDatabases } from '../__testUtils__/databases';
import { awsScan, freshMirror } from '../__testUtils__/mirror';
import type { MirrorStore } from '../mirror';
import type { BegunRun, SyncRuns } from './runs';
import { createSyncRuns } from './runs';

jest.setTimeout(60_000);

const FULL = { kind: 'full', source: 'both' } as const;

describe('the lease of a run', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let mirror: MirrorStore;
    let runs: SyncRuns;
    const begun: BegunRun[] = [];

    const begin = async () => {
      const run = await runs.begin('main', FULL);
      if (run) begun.push(run);
      return run;
    };
    const fallSilent = () =>
      knex('sync_runs').update({
        alive_at: new Date(Date.now() - 61_000).toISOString(),
      });

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      mirror = await freshMirror(knex);
      runs = createSyncRuns(knex);
    });
    afterEach(() => {
      for (const { lease } of begun.splice(0)) lease.release();
      jest.restoreAllMocks();
    });

    it('goes to one of those that begin at the same time', async () => {
      const all = await Promise.all(Array.from({ length: 5 }, begin));
      expect(all.filter(run => run !== undefined)).toHaveLength(1);
      await expect(runs.isRunning('main')).resolves.toBe(true);
      await expect(runs.begin('main', FULL)).resolves.toBeUndefined();
    });

    it('is free again after the end', async () => {
      const first = (await begin())!;
      const end = {
        kind: 'full' as const,
        feeds: [],
        disagreements: 0,
        skipped: 0,
        outcome: 'complete' as const,
        calls: 1,
        seen: 0,
        added: 0,
        changed: 0,
        removed: 0,
        heldBack: 0,
      };
      await expect(runs.end(first.id, end)).resolves.toBe(true);
      await expect(runs.isRunning('main')).resolves.toBe(false);
      expect((await begin())?.id).not.toBe(first.id);
      // What has ended stays as it ended.
      await expect(
        runs.end(first.id, { ...end, outcome: 'failed' }),
      ).resolves.toBe(false);
      const [, ended] = await runs.latest('main', 2);
      expect(ended).toMatchObject({ id: first.id, outcome: 'complete' });
    });

    it('is held as long as there are signs of life, and taken by the next one when there are none', async () => {
      const first = (await begin())!;
      await expect(runs.abandonDead(['main'])).resolves.toEqual([]);
      await fallSilent();
      const second = (await begin())!;
      expect(await runs.latest('main', 9)).toMatchObject([
        { id: second.id, outcome: 'running' },
        { id: first.id, outcome: 'abandoned', problem: { code: 'internal' } },
      ]);
    });

    it('lets nothing be written once it is lost', async () => {
      const { lease } = (await begin())!;
      const { guard } = lease;
      await mirror.applyScan({
        ...awsScan([awsConnector({ id: 'old' })]),
        guard,
      });
      await fallSilent();
      await expect(runs.abandonDead(['main'])).resolves.toEqual([
        {
          subscription: 'main',
          instance: expect.stringMatching(`:${process.pid}$`),
        },
      ]);

      await expect(
        mirror.applyScan({ ...awsScan([awsConnector({ id: 'new' })]), guard }),
      ).rejects.toThrow(/given up/);
      expect(lease.signal.aborted).toBe(true);
      const { items } = await mirror.list({ sort: 'name', limit: 9 });
      expect(items.map(({ id }) => id)).toEqual(['old']);
    });

    it('cannot be taken away in the middle of a write', async () => {
      const { lease } = (await begin())!;
      await fallSilent();
      const trx = await knex.transaction();
      await lease.guard(trx);
      const taken = runs.abandonDead(['main']);
      await trx.commit();
      await expect(taken).resolves.toEqual([]);
      expect(lease.signal.aborted).toBe(false);
    });

    it('is given up by the run itself when the database does not answer', async () => {
      jest.useFakeTimers({
        doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'],
      });
      try {
        const { lease } = (await begin())!;
        // Whoever holds the row keeps the signs of life from being written.
        const trx = await knex.transaction();
        await trx('sync_runs').update({ calls: 1 });
        await jest.advanceTimersByTimeAsync(44_000);
        expect(lease.signal.aborted).toBe(false);
        await jest.advanceTimersByTimeAsync(2_000);
        expect(lease.signal.aborted).toBe(true);
        await trx.rollback();
      } finally {
        jest.useRealTimers();
      }
    });

    it('takes up who asked for the run, once and for an hour', async () => {
      await runs.wish('main', 'user:default/ada');
      await expect(begin()).resolves.toMatchObject({
        trigger: 'user:default/ada',
      });
      await fallSilent();
      await expect(begin()).resolves.toMatchObject({ trigger: 'schedule' });

      await runs.wish('main', 'user:default/ada');
      await knex('sync_wishes').update({
        wished_at: new Date(Date.now() - 3_700_000).toISOString(),
      });
      await fallSilent();
      await expect(begin()).resolves.toMatchObject({ trigger: 'schedule' });
    });
  });
});
