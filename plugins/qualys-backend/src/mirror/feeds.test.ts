import type { AssetDataConnector, CloudConnector } from 'qualys-model';
import { awsAssetDataConnector } from '../__testUtils__/assetDataConnectors';
import { awsConnector, azureConnector } from '../__testUtils__/connectors';
import { testDatabases } from '../__testUtils__/databases';
import { freshMirror, openMirror } from '../__testUtils__/mirror';
import type { CloudScan, MirrorStore, ScanCoverage } from './store';

jest.setTimeout(60_000);

const U = (n: number) => `7f25a529-4629-31e6-9bef-7a5828c3600${n}`;
const am = awsAssetDataConnector;
const cv = awsConnector;

const ids = (count: number) => Array.from({ length: count }, (_, n) => `c${n}`);

let minute = 0;
function scan(
  read: {
    am?: AssetDataConnector[];
    cv?: CloudConnector[];
    amCoverage?: ScanCoverage;
    cvCoverage?: ScanCoverage;
  },
  more: Partial<CloudScan> = {},
): CloudScan {
  minute += 1;
  return {
    subscription: 'main',
    provider: 'AWS',
    ...(read.am && {
      assetManagement: {
        connectors: read.am,
        coverage: read.amCoverage ?? 'whole',
      },
    }),
    ...(read.cv && {
      cloudView: {
        connectors: read.cv,
        coverage: read.cvCoverage ?? 'whole',
      },
    }),
    at: new Date(Date.UTC(2026, 0, 1, 0, minute)),
    ...more,
  };
}

async function allOf(mirror: MirrorStore) {
  const { items, totalItems } = await mirror.list({ sort: 'name', limit: 200 });
  expect(totalItems).toBe(items.length);
  return items;
}

async function idsOf(mirror: MirrorStore) {
  return (await allOf(mirror)).map(({ id }) => id).sort();
}

const get = (mirror: MirrorStore, id: string) =>
  mirror.get({ subscription: 'main', id });

describe('two feeds in the mirror', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let mirror: MirrorStore;
    let knex: Awaited<ReturnType<typeof databases.init>>;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      mirror = await freshMirror(knex);
    });

    it('makes one record of both, and a full one of each alone', async () => {
      const result = await mirror.applyScan(
        scan({
          am: [am({ id: '1', cloudviewUuid: U(1) }), am({ id: '2' })],
          cv: [cv({ id: U(1), totalAssets: 5 }), cv({ id: U(3) })],
        }),
      );
      expect(result).toMatchObject({
        added: 3,
        changed: 0,
        disagreements: 0,
      });
      expect(await idsOf(mirror)).toEqual([U(1), U(3), 'am-aws-2']);
      const at = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
      await expect(get(mirror, U(1))).resolves.toMatchObject({
        name: 'connector 1',
        totalAssets: 5,
        assetManagement: { id: '1', updatable: true, seenAt: at },
        cloudView: { seenAt: at },
      });
      const alone = await get(mirror, 'am-aws-2');
      expect(alone).toMatchObject({ assetManagement: { id: '2' } });
      expect(alone?.cloudView).toBeUndefined();
      expect((await get(mirror, U(3)))?.assetManagement).toBeUndefined();
      const { items } = await mirror.list({ sort: 'name', limit: 9, q: '2' });
      expect(items.map(({ id }) => id)).toContain('am-aws-2');
    });

    it('keeps the id when the other half appears, and when it goes', async () => {
      const inAm = am({ id: '1', cloudviewUuid: U(1) });
      await mirror.applyScan(scan({ am: [inAm] }));
      expect(await idsOf(mirror)).toEqual([U(1)]);
      const { entityRef, firstSeen } = (await get(mirror, U(1)))!;

      expect(
        await mirror.applyScan(scan({ am: [inAm], cv: [cv({ id: U(1) })] })),
      ).toMatchObject({ added: 0, removed: 0 });
      expect(
        await mirror.applyScan(scan({ am: [inAm], cv: [] })),
      ).toMatchObject({ added: 0, removed: 0, heldBack: 0 });
      const left = await get(mirror, U(1));
      expect(left).toMatchObject({ entityRef, firstSeen });
      expect(left?.cloudView).toBeUndefined();
    });

    it('lets a record go when every feed that knew it was read without it', async () => {
      const inAm = am({ id: '1', cloudviewUuid: U(1) });
      await mirror.applyScan(scan({ am: [inAm], cv: [cv({ id: U(1) })] }));
      // Of one feed nothing is known now.
      expect(
        await mirror.applyScan(scan({ am: [], cv: [], cvCoverage: 'part' })),
      ).toMatchObject({ removed: 0 });
      expect(await idsOf(mirror)).toEqual([U(1)]);
      expect(
        await mirror.applyScan(scan({ am: [], cv: [], cvCoverage: 'newest' })),
      ).toMatchObject({ removed: 0 });
      expect(await mirror.applyScan(scan({ am: [], cv: [] }))).toMatchObject({
        removed: 1,
      });
      expect(await idsOf(mirror)).toEqual([]);
    });

    it('takes a removed record up again', async () => {
      await mirror.applyScan(scan({ am: [am({ id: '1' })] }));
      await mirror.applyScan(scan({ am: [] }));
      expect(
        await mirror.applyScan(scan({ am: [am({ id: '1' })] })),
      ).toMatchObject({ added: 1 });
      expect(await idsOf(mirror)).toEqual(['am-aws-1']);
    });

    it('leaves the half of a feed that was not read as last known, with its age', async () => {
      const inAm = am({ id: '1', cloudviewUuid: U(1) });
      const first = scan({
        am: [inAm],
        cv: [cv({ id: U(1), totalAssets: 1 })],
      });
      await mirror.applyScan(first);
      const second = scan({ cv: [cv({ id: U(1), totalAssets: 2 })] });
      await mirror.applyScan(second);
      await expect(get(mirror, U(1))).resolves.toMatchObject({
        totalAssets: 2,
        lastSeen: second.at.toISOString(),
        assetManagement: { seenAt: first.at.toISOString() },
        cloudView: { seenAt: second.at.toISOString() },
      });
    });

    it('does not touch the entity when only what moves by itself has changed', async () => {
      const inAm = am({ id: '1', cloudviewUuid: U(1) });
      const both = scan({ am: [inAm], cv: [cv({ id: U(1) })] });
      const { revision } = await mirror.applyScan(both);
      await expect(
        mirror.applyScan(
          scan({
            am: [
              {
                ...inAm,
                reportedState: 'FINISHED_ERRORS',
                lastError: 'denied',
                lastSyncedOn: '2026-01-02T00:00:00.000Z',
              },
            ],
            cv: [cv({ id: U(1), totalAssets: 99, error: 'denied' })],
          }),
        ),
      ).resolves.toMatchObject({ changed: 0, revision, revised: false });
      await expect(get(mirror, U(1))).resolves.toMatchObject({
        state: 'error',
        totalAssets: 99,
      });
      await expect(
        mirror.applyScan(scan({ am: [{ ...inAm, activation: ['PC'] }] })),
      ).resolves.toMatchObject({ changed: 1, revised: true });
    });

    it('reports a disagreement on both records, and joins them when it ends', async () => {
      const inAm = am({ id: '1', cloudviewUuid: U(1), account: '1' });
      await mirror.applyScan(scan({ am: [inAm] }));
      expect(await idsOf(mirror)).toEqual([U(1)]);

      const twin = cv({ id: U(1), account: '2' });
      expect(
        await mirror.applyScan(scan({ am: [inAm], cv: [twin] })),
      ).toMatchObject({ disagreements: 1 });
      await expect(get(mirror, U(1))).resolves.toMatchObject({
        account: '2',
        disagreement: { reason: 'account', with: 'am-aws-1' },
      });
      await expect(get(mirror, 'am-aws-1')).resolves.toMatchObject({
        account: '1',
        disagreement: { reason: 'account', with: U(1) },
      });

      const agreeing = { ...inAm, account: '2' };
      expect(
        await mirror.applyScan(scan({ am: [agreeing], cv: [twin] })),
      ).toMatchObject({ disagreements: 0, removed: 0 });
      expect(await idsOf(mirror)).toEqual([U(1)]);
      const joined = await get(mirror, U(1));
      expect(joined?.disagreement).toBeUndefined();
      expect(joined).toMatchObject({ assetManagement: { id: '1' } });
    });

    it('does not join connectors of different clouds, whichever comes first', async () => {
      const inAm = am({ id: '1', cloudviewUuid: U(1) });
      const azure = scan(
        { cv: [azureConnector({ id: U(1) })] },
        {
          provider: 'AZURE',
        },
      );
      await mirror.applyScan(scan({ am: [inAm] }));
      await mirror.applyScan(azure);
      expect(await idsOf(mirror)).toEqual([U(1), 'am-aws-1']);
      await mirror.applyScan(scan({ am: [inAm] }));
      await mirror.applyScan(azure);
      expect(await idsOf(mirror)).toEqual([U(1), 'am-aws-1']);
      await expect(get(mirror, U(1))).resolves.toMatchObject({
        provider: 'AZURE',
      });
      await expect(get(mirror, 'am-aws-1')).resolves.toMatchObject({
        provider: 'AWS',
      });
    });

    it('holds back what one feed alone knew and too much of which is missing', async () => {
      const many = Array.from({ length: 10 }, (_, n) => am({ id: `${n}` }));
      await mirror.applyScan(scan({ am: many, cv: [cv({ id: U(1) })] }));
      const partial = () =>
        scan({ am: [], cv: [cv({ id: U(1) })], cvCoverage: 'newest' });
      await expect(mirror.applyScan(partial())).resolves.toMatchObject({
        removed: 0,
        heldBack: 10,
      });
      await expect(mirror.applyScan(partial())).resolves.toMatchObject({
        removed: 0,
        heldBack: 10,
      });
      await expect(
        mirror.applyScan(scan({ am: many.slice(1) })),
      ).resolves.toMatchObject({ heldBack: 1, removed: 0 });
      await expect(mirror.applyScan(scan({ am: many }))).resolves.toMatchObject(
        { heldBack: 0 },
      );
      expect(await idsOf(mirror)).toHaveLength(11);
    });

    it('leaves all that is held back as it was', async () => {
      const numbers = Array.from({ length: 9 }, (_, n) => n);
      const inAm = numbers.map(n => am({ id: `${n}`, cloudviewUuid: U(n) }));
      const inCv = numbers.map(n => cv({ id: U(n) }));
      await mirror.applyScan(scan({ am: inAm, cv: inCv }));
      const { heldBack } = await mirror.applyScan(scan({ am: [], cv: [] }));
      expect(heldBack).toBe(9);
      await mirror.applyScan(scan({ am: [], cv: [], cvCoverage: 'newest' }));
      const held = await allOf(mirror);
      expect(held.map(each => each.assetManagement?.id)).toEqual(
        numbers.map(String),
      );
    });

    it('lets a feed that is switched off add, keep and win nothing', async () => {
      const inAm = [
        am({ id: '1', cloudviewUuid: U(1), name: 'am' }),
        am({ id: '2' }),
      ];
      const inCv = cv({ id: U(1), name: 'cv' });
      await mirror.applyScan(scan({ am: inAm, cv: [inCv] }));
      expect((await get(mirror, U(1)))?.name).toBe('am');

      const off = openMirror(knex, { feeds: ['cloudView'] });
      await off.describeAgain();
      expect((await get(off, U(1)))?.name).toBe('cv');
      await expect(
        off.applyScan(scan({ cv: [cv({ id: U(3) })] })),
      ).resolves.toMatchObject({ added: 1, removed: 1 });
      // What it alone knew stays as last known.
      expect(await idsOf(off)).toEqual([U(3), 'am-aws-2']);
    });

    it('keeps what a feed said that loses many at once, and says how many', async () => {
      const numbers = Array.from({ length: 8 }, (_, n) => n + 1);
      const inAm = numbers.map(n => am({ id: `${n}`, cloudviewUuid: U(n) }));
      const inCv = numbers.map(n => cv({ id: U(n) }));
      await mirror.applyScan(scan({ am: inAm, cv: inCv }));

      // Three of eight may go at once, and not four.
      const four = await mirror.applyScan(
        scan({ am: inAm.slice(4), cv: [], cvCoverage: 'newest' }),
      );
      expect(four).toMatchObject({
        changed: 0,
        removed: 0,
        heldBack: 0,
        keptHalves: { assetManagement: 4, cloudView: 0 },
      });
      const kept = await get(mirror, U(1));
      expect(kept?.assetManagement?.id).toBe('1');

      const three = await mirror.applyScan(
        scan({ am: inAm.slice(3), cv: [], cvCoverage: 'newest' }),
      );
      expect(three).toMatchObject({
        changed: 3,
        keptHalves: { assetManagement: 0, cloudView: 0 },
      });
      expect(await get(mirror, U(1))).not.toHaveProperty('assetManagement');

      // The same for what CloudView alone says, of which more are shown then known.
      await expect(
        mirror.applyScan(scan({ am: inAm, cv: [] })),
      ).resolves.toMatchObject({
        keptHalves: { assetManagement: 0, cloudView: 8 },
      });
      const progress = (await mirror.progress()).get('main')?.AWS;
      expect(progress?.cloudView?.missing).toBe(8);
    });

    it('keeps what a feed alone knew that loses many others at once', async () => {
      const numbers = Array.from({ length: 8 }, (_, n) => n + 1);
      const inAm = numbers.map(n => am({ id: `${n}`, cloudviewUuid: U(n) }));
      const inCv = numbers.map(n => cv({ id: U(n) }));
      const alone = am({ id: '77' });
      await mirror.applyScan(scan({ am: [...inAm, alone], cv: inCv }));
      const result = await mirror.applyScan(scan({ am: [], cv: inCv }));
      expect(result).toMatchObject({ removed: 0, revised: false });
      expect((await get(mirror, 'am-aws-77'))?.assetManagement?.id).toBe('77');

      await mirror.applyScan(scan({ am: inAm, cv: inCv }));
      expect(await get(mirror, 'am-aws-77')).toBeUndefined();
    });

    it('knows a connector of Asset Management that was created anew', async () => {
      const before = am({ id: '1', cloudviewUuid: U(1), name: 'before' });
      const after = am({ id: '11', cloudviewUuid: U(1), name: 'after' });
      await mirror.applyScan(scan({ am: [before], cv: [cv({ id: U(1) })] }));
      await expect(
        mirror.applyScan(scan({ am: [after], cv: [cv({ id: U(1) })] })),
      ).resolves.toMatchObject({
        added: 0,
        changed: 1,
        removed: 0,
        disagreements: 0,
      });
      const [one] = await allOf(mirror);
      expect(one).toMatchObject({ id: U(1), name: 'after' });

      const off = openMirror(knex, { feeds: ['assetManagement'] });
      await off.applyScan(scan({ am: [before] }));
      expect(await idsOf(off)).toEqual([U(1)]);
    });

    it('takes connectors of two clouds with one number for two', async () => {
      await mirror.applyScan(scan({ am: [am({ id: '7' })] }));
      const azure = {
        ...azureConnector({ id: '7' }),
        deleted: false,
      } as unknown as AssetDataConnector;
      await mirror.applyScan(scan({ am: [azure] }, { provider: 'AZURE' }));
      expect(await idsOf(mirror)).toEqual(['am-aws-7', 'am-azure-7']);
    });

    it('writes all that several subscriptions read at the same time', async () => {
      const subscriptions = ['a', 'b', 'c', 'd'];
      await openMirror(knex, { subscriptions }).noteConfigured();
      const connectors = ids(60).map(id => cv({ id }));
      const writes = subscriptions.flatMap(subscription => {
        // A backend of its own each.
        const backend = openMirror(knex, { subscriptions });
        return (['AWS', 'AZURE', 'GCP'] as const).map(provider =>
          backend.applyScan({
            subscription,
            provider,
            cloudView: {
              connectors: connectors.map(
                each =>
                  ({
                    ...each,
                    provider,
                    id: `${provider}-${each.id}`,
                  } as CloudConnector),
              ),
              coverage: 'whole',
            },
            at: new Date(),
          }),
        );
      });
      const results = await Promise.all(writes);
      expect(results.map(({ added }) => added)).toEqual(Array(12).fill(60));
      const revisions = results.map(({ revision }) => revision);
      expect(new Set(revisions).size).toBe(12);
    });

    it('takes over what was asked for by itself, and takes the feed for no further read', async () => {
      await mirror.applyScan(
        scan({ cv: [cv({ id: U(1) }), cv({ id: U(2) })] }),
      );
      const before = await mirror.progress();
      const { changed, removed, heldBack, revised } = await mirror.applyScan(
        scan({ cv: [cv({ id: U(1), name: 'Renamed' })], cvCoverage: 'single' }),
      );
      expect({ changed, removed, heldBack, revised }).toEqual({
        changed: 1,
        removed: 0,
        heldBack: 0,
        revised: true,
      });
      expect(await get(mirror, U(1))).toMatchObject({ name: 'Renamed' });
      expect(await idsOf(mirror)).toEqual([U(1), U(2)]);
      expect(await mirror.progress()).toEqual(before);
    });

    it('notes how far each feed was read', async () => {
      const whole = scan({ am: [], cv: [] });
      await mirror.applyScan(whole);
      const newest = scan({ cv: [], cvCoverage: 'newest' });
      await mirror.applyScan(newest);
      const progress = async () => (await mirror.progress()).get('main')?.AWS;
      expect(await progress()).toEqual({
        assetManagement: {
          readAt: whole.at.toISOString(),
          fullAt: whole.at.toISOString(),
          missing: 0,
          gap: false,
        },
        cloudView: {
          readAt: newest.at.toISOString(),
          fullAt: whole.at.toISOString(),
          missing: 0,
          gap: false,
        },
      });
      await mirror.applyScan(scan({ cv: [], cvCoverage: 'part' }));
      expect((await progress())?.cloudView?.gap).toBe(true);
      await mirror.applyScan(scan({ cv: [] }));
      expect((await progress())?.cloudView?.gap).toBe(false);
    });

    it('notes how many are kept that CloudView does not show, and not those that went', async () => {
      const missing = async () =>
        (await mirror.progress()).get('main')?.AWS?.cloudView?.missing;
      const all = ids(30).map(id => cv({ id }));
      await mirror.applyScan(scan({ cv: all }));
      await mirror.applyScan(scan({ cv: all.slice(2) }));
      expect(await idsOf(mirror)).toHaveLength(28);
      expect(await missing()).toBe(0);

      await mirror.applyScan(scan({ cv: all.slice(10) }));
      expect(await idsOf(mirror)).toHaveLength(28);
      expect(await missing()).toBe(8);
    });

    it('works out anew what it does when somebody else writes first', async () => {
      let others = 0;
      const racing = openMirror(knex, {
        describe: async ({ id }) => {
          if (others === 0) {
            others += 1;
            await mirror.applyScan(
              scan({ am: [am({ id: '1', name: 'old' })] }),
            );
          }
          return { entityRef: `resource:default/${id}` };
        },
      });
      await racing.applyScan(scan({ am: [am({ id: '1', name: 'new' })] }));
      const [connector] = await allOf(racing);
      expect(connector.name).toBe('new');
      const [row] = await knex('connectors').select('version', 'revision');
      expect(row.version).toBe(2);
      expect(Number(row.revision)).toBe(3);
    });
  });
});
