import type { AwsAssetDataConnector, AwsConnector } from 'qualys-model';
import type { Knex } from 'knex';
import { awsAssetDataConnector } from '../__testUtils__/assetDataConnectors';
import { awsConnector } from '../__testUtils__/connectors';
import { testDatabases } from '../__testUtils__/databases';
import { freshMirror } from '../__testUtils__/mirror';
import type { MirrorStore, ScanCoverage } from './store';

jest.setTimeout(60_000);

const uuid = (n: number) => `7f25a529-4629-31e6-9bef-7a5828c3600${n}`;
const inCv = (more: Partial<AwsConnector> = {}) =>
  [1, 2, 3].map(n => awsConnector({ id: uuid(n), ...(n === 2 && more) }));
const inAm = (more: Partial<AwsAssetDataConnector> = {}) =>
  [1, 2, 3].map(n =>
    awsAssetDataConnector({
      id: `${n}`,
      cloudviewUuid: uuid(n),
      ...(n === 2 && more),
    }),
  );
const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n));

describe('a scan that brings what is known', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let mirror: MirrorStore;
    let writes: string[];

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      mirror = await freshMirror(knex);
      await scan(minute(1), inAm(), inCv());
      writes = [];
      knex.on('query', ({ sql }: { sql: string }) => {
        if (/^(insert into|update) .connectors/.test(sql)) writes.push(sql);
      });
    });
    afterEach(() => {
      knex.removeAllListeners('query');
    });

    async function scan(
      at: Date,
      am: AwsAssetDataConnector[],
      cv: AwsConnector[],
      cvCoverage: ScanCoverage = 'whole',
      meanwhile = async () => {},
    ) {
      const expected = await mirror.expect({
        subscription: 'main',
        provider: 'AWS',
        generation: await mirror.generation('main'),
      });
      await expected.note('assetManagement', am);
      await expected.note('cloudView', cv);
      await meanwhile();
      return mirror.applyScan({
        subscription: 'main',
        provider: 'AWS',
        assetManagement: { connectors: am, coverage: 'whole' },
        cloudView: { connectors: cv, coverage: cvCoverage },
        at,
        expected,
      });
    }
    const get = async (n: number) =>
      (await mirror.get({ subscription: 'main', id: uuid(n) }))!;

    it('writes nothing at the connectors, and they were seen nevertheless', async () => {
      await expect(scan(minute(2), inAm(), inCv())).resolves.toMatchObject({
        revised: false,
        changed: 0,
        heldBack: 0,
      });
      expect(writes).toEqual([]);
      const at = minute(2).toISOString();
      expect(await get(1)).toMatchObject({
        lastSeen: at,
        assetManagement: { seenAt: at },
        cloudView: { seenAt: at },
      });
      const { items } = await mirror.list({ sort: 'name', limit: 10 });
      expect(items.map(({ lastSeen }) => lastSeen)).toEqual([at, at, at]);
    });

    it('leaves the age of what was not read as it was', async () => {
      await scan(minute(2), inAm(), inCv().slice(0, 1), 'newest');
      expect(writes).toEqual([]);
      expect(await get(1)).toMatchObject({
        assetManagement: { seenAt: minute(2).toISOString() },
        cloudView: { seenAt: minute(1).toISOString() },
      });
      const progress = (await mirror.progress()).get('main')?.AWS;
      expect(progress?.cloudView).toMatchObject({
        readAt: minute(2).toISOString(),
        fullAt: minute(1).toISOString(),
      });
    });

    it.each<[string, () => Promise<unknown>, object]>([
      [
        'something else in Asset Management',
        () => scan(minute(2), inAm({ name: 'x' }), inCv()),
        { changed: 1 },
      ],
      [
        'something else in CloudView',
        () => scan(minute(2), inAm(), inCv({ totalAssets: 9 }), 'newest'),
        { changed: 0 },
      ],
      [
        'fewer',
        () => scan(minute(2), inAm().slice(1), inCv().slice(1)),
        { removed: 1 },
      ],
      [
        'more',
        () =>
          scan(
            minute(2),
            [...inAm(), awsAssetDataConnector({ id: '9' })],
            inCv(),
          ),
        { added: 1 },
      ],
      [
        'what somebody else has changed meanwhile',
        () =>
          scan(minute(3), inAm(), inCv(), 'whole', async () => {
            await scan(minute(2), inAm({ name: 'theirs' }), inCv());
          }),
        { changed: 1 },
      ],
    ])('is none with %s', async (_, act, result) => {
      await expect(act()).resolves.toMatchObject(result);
      expect(writes.length).toBeGreaterThan(0);
    });

    it('brings back what was held back', async () => {
      await scan(minute(2), [], []);
      expect(await knex('held_back_connectors')).toHaveLength(3);
      await scan(minute(3), inAm(), inCv());
      expect(await knex('held_back_connectors')).toHaveLength(0);
      expect((await get(1)).lastSeen).toBe(minute(3).toISOString());
    });
  });
});
