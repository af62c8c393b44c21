import type { AssetDataConnector, CloudConnector } from 'qualys-model';
import { awsAssetDataConnector } from '../__testUtils__/assetDataConnectors';
import { awsConnector } from '../__testUtils__/connectors';
import { testDatabases } from '../__testUtils__/databases';
import { freshMirror } from '../__testUtils__/mirror';
import type { MirrorStore, ScanCoverage } from './store';

jest.setTimeout(60_000);

const uuid = (n: number) => `7f25a529-4629-31e6-9bef-7a5828c3600${n}`;
const cv = (n: number, name = `name ${n}`) =>
  awsConnector({ id: uuid(n), name });
const am = (n: number, name = `name ${n}`) =>
  awsAssetDataConnector({ id: `${n}`, cloudviewUuid: uuid(n), name });

interface Read {
  cv?: CloudConnector[];
  am?: AssetDataConnector[];
}

const ALL: Read = { am: [am(1), am(2)], cv: [cv(1), cv(2)] };

describe('what the mirror is told of by itself while a sync reads', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let mirror: MirrorStore;
    beforeEach(async () => {
      mirror = await freshMirror(await databases.init(databaseId));
      await scan(ALL);
    });

    const apply = (
      read: Read,
      coverage: ScanCoverage,
      expected?: Awaited<ReturnType<MirrorStore['expect']>>,
    ) =>
      mirror.applyScan({
        subscription: 'main',
        provider: 'AWS',
        ...(read.am && {
          // Asset Management is never read in part.
          assetManagement: {
            connectors: read.am,
            coverage: coverage === 'newest' ? 'whole' : coverage,
          },
        }),
        ...(read.cv && { cloudView: { connectors: read.cv, coverage } }),
        at: new Date(),
        expected,
      });

    /** A sync, between whose reading and writing something happens. */
    async function scan(
      read: Read,
      meanwhile: () => Promise<unknown> = async () => {},
      coverage: ScanCoverage = 'whole',
    ) {
      const expected = await mirror.expect({
        subscription: 'main',
        provider: 'AWS',
        generation: await mirror.generation('main'),
      });
      await expected.note('assetManagement', read.am ?? []);
      await expected.note('cloudView', read.cv ?? []);
      await meanwhile();
      return apply(read, coverage, expected);
    }
    const tell = (read: Read) => apply(read, 'single');
    const remove = (n: number) =>
      mirror.remove({ subscription: 'main', id: uuid(n) });

    async function names() {
      const { items } = await mirror.list({ sort: 'name', limit: 10 });
      return items.map(({ name }) => name);
    }
    const cloudView = async () =>
      (await mirror.progress()).get('main')?.AWS?.cloudView;

    it.each<[string, Read]>([
      ['both feeds', { am: [am(1, 'changed')], cv: [cv(1, 'changed')] }],
      ['Asset Management', { am: [am(1, 'changed')] }],
    ])('stays as it was changed, through %s', async (_, told) => {
      await expect(
        scan({ ...ALL, am: [am(1), am(2, 'other')] }, () => tell(told)),
      ).resolves.toMatchObject({ changed: 1, removed: 0, heldBack: 0 });
      expect(await names()).toEqual(['changed', 'other']);

      await scan({ ...ALL, am: [am(1, 'newest'), am(2)] });
      expect(await names()).toEqual(['name 2', 'newest']);
    });

    it.each<[string, Read]>([
      ['both feeds', { am: [am(3)], cv: [cv(3)] }],
      ['Asset Management', { am: [am(3)] }],
      ['CloudView', { cv: [cv(3)] }],
    ])('stays where it has just been created, through %s', async (_, told) => {
      await expect(scan(ALL, () => tell(told))).resolves.toMatchObject({
        added: 0,
        removed: 0,
        heldBack: 0,
      });
      expect(await names()).toEqual(['name 1', 'name 2', 'name 3']);

      // What the next sync does not show either has gone.
      await expect(scan(ALL)).resolves.toMatchObject({ removed: 1 });
      expect(await names()).toEqual(['name 1', 'name 2']);
    });

    it('is joined with what the other feed shows of it already', async () => {
      await scan({ am: ALL.am, cv: [...ALL.cv!, cv(3)] }, () =>
        tell({ am: [am(3)] }),
      );
      await expect(
        mirror.get({ subscription: 'main', id: uuid(3) }),
      ).resolves.toMatchObject({
        assetManagement: { id: '3' },
        cloudView: { seenAt: expect.any(String) },
      });
    });

    it('is gone where it was deleted, until a sync that began later shows it', async () => {
      await expect(scan(ALL, () => remove(1))).resolves.toMatchObject({
        added: 0,
      });
      expect(await names()).toEqual(['name 2']);
      await expect(scan(ALL)).resolves.toMatchObject({ added: 1 });
      expect(await names()).toEqual(['name 1', 'name 2']);
    });

    it.each([
      ['something else', cv(1, 'older'), true],
      ['the same', cv(1, 'changed'), false],
    ])(
      'makes the next sync read CloudView in full where it showed %s',
      async (_, shown, gap) => {
        await scan({ cv: [shown, cv(2)] }, () =>
          tell({ cv: [cv(1, 'changed')] }),
        );
        expect(await cloudView()).toMatchObject({ gap, missing: 0 });
      },
    );

    it('counts in CloudView what was created, and has all of it read after what was deleted', async () => {
      await scan(ALL, () => tell({ am: [am(3)], cv: [cv(3)] }));
      expect(await cloudView()).toMatchObject({ gap: false, missing: 0 });
      await scan(
        { am: [am(1), am(2), am(3)], cv: [cv(3)] },
        () => remove(2),
        'newest',
      );
      expect(await names()).toEqual(['name 1', 'name 3']);
      expect(await cloudView()).toMatchObject({ gap: true, missing: 0 });
    });
  });
});
