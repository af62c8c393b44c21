import type { AwsAssetDataConnector, AwsConnector } from 'qualys-model';
import type { Knex } from 'knex';
import { awsAssetDataConnector } from '../__testUtils__/assetDataConnectors';
import { awsConnector } from '../__testUtils__/connectors';
import { testDatabases } from '../__testUtils__/databases';
import { describeById, freshMirror, openMirror } from '../__testUtils__/mirror';
import { createRemovalStore } from './removalStore';
import type { MirrorStore } from './store';

jest.setTimeout(60_000);

const ID = '7f25a529-4629-31e6-9bef-7a5828c36001';
const key = { subscription: 'main', id: ID };
const day = (n: number) => new Date(Date.now() - (100 - n) * 86_400_000);

describe('the history of a connector', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let mirror: MirrorStore;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      mirror = await freshMirror(knex);
    });

    const others = [1, 2, 3, 4].map(n => awsConnector({ id: `other-${n}` }));
    const scan = (
      at: Date,
      cv: Partial<AwsConnector> | undefined,
      am?: Partial<AwsAssetDataConnector>,
    ) =>
      mirror.applyScan({
        subscription: 'main',
        provider: 'AWS',
        cloudView: {
          connectors: [
            ...others,
            ...(cv ? [awsConnector({ ...cv, id: ID })] : []),
          ],
          coverage: 'whole',
        },
        ...(am && {
          assetManagement: {
            connectors: [
              awsAssetDataConnector({
                ...am,
                id: '1',
                cloudviewUuid: ID,
              }),
            ],
            coverage: 'whole' as const,
          },
        }),
        at,
      });
    const history = async () =>
      (await mirror.history(key, { limit: 20 })).items;

    it('begins with what comes after the first reading', async () => {
      await scan(day(90), {});
      expect(await history()).toEqual([]);
      await scan(day(91), { reportedState: 'ERROR', error: 'no access' });
      const day92 = day(92);
      await scan(day92, {
        reportedState: 'ERROR',
        error: 'no access',
        name: 'Renamed',
        groups: [{ id: 'g', name: 'G' }],
      });
      expect(await history()).toEqual([
        {
          id: expect.any(String),
          what: 'settingsChanged',
          at: day92.toISOString(),
          state: 'error',
          error: 'no access',
          settings: ['groups', 'name'],
          feeds: ['cloudView'],
        },
        {
          id: expect.any(String),
          what: 'stateChanged',
          at: expect.any(String),
          state: 'error',
          previousState: 'success',
          error: 'no access',
          feeds: ['cloudView'],
        },
      ]);
    });

    it('tells which feed said it, and names what Asset Management alone tells', async () => {
      await scan(day(90), {}, {});
      await scan(day(91), {}, { activation: ['VM', 'PC'] });
      expect(await history()).toMatchObject([
        {
          what: 'settingsChanged',
          settings: ['assetManagement.activation'],
          feeds: ['assetManagement'],
        },
      ]);
    });

    it('tells that it has gone and come back', async () => {
      await scan(day(90), {});
      await scan(day(91), undefined);
      await scan(day(92), {});
      expect(await history()).toMatchObject([
        { what: 'added', feeds: ['cloudView'] },
        { what: 'removed', feeds: [] },
      ]);
    });

    it('tells that a person let it go', async () => {
      await scan(day(90), {});
      await mirror.applyScan({
        subscription: 'main',
        provider: 'AWS',
        cloudView: { connectors: [], coverage: 'whole' },
        at: day(91),
      });
      const removals = createRemovalStore(knex);
      const [{ version }] = (await removals.all()).get('main')!;
      await removals.confirm({
        subscription: 'main',
        provider: 'AWS',
        version,
        user: 'user:default/pat',
      });
      expect(await history()).toMatchObject([{ what: 'removed' }]);
    });

    it('tells that the configuration gives it another owner', async () => {
      await scan(day(90), {});
      const other = openMirror(knex, {
        describedBy: 'other rules',
        describe: async (...args) => ({
          ...(await describeById(...args)),
          owner: 'group:default/payments',
          system: 'system:default/shop',
        }),
      });
      await other.describeAgain();
      expect(await history()).toMatchObject([
        { what: 'settingsChanged', settings: ['owner', 'system'], feeds: [] },
      ]);
    });

    it('comes in pages, each once', async () => {
      await scan(day(80), {});
      const names = ['a', 'b', 'c', 'd', 'e'];
      for (const [index, name] of names.entries()) {
        await scan(day(81 + index), { name });
      }
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await mirror.history(key, { limit: 2, cursor });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      expect(new Set(seen).size).toBe(5);
      expect(seen).toHaveLength(5);
      const first = await mirror.history(key, { limit: 2 });
      await expect(
        mirror.history(
          { subscription: 'main', id: 'other-1' },
          { limit: 2, cursor: first.nextCursor },
        ),
      ).rejects.toThrow(/cursor/);
    });

    it('is forgotten after a while, and so are connectors that have gone', async () => {
      await scan(day(0), {});
      await scan(day(5), undefined);
      await mirror.forget();
      expect(await history()).toEqual([]);
      expect(await knex('connectors').where({ connector_id: ID })).toEqual([]);
      await scan(day(95), { name: 'back' });
      await mirror.forget();
      expect(await history()).toMatchObject([{ what: 'added' }]);
    });
  });
});
