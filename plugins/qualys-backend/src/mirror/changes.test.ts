import { snapshotChangesSchema } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { awsConnector } from '../__testUtils__/connectors';
import { testDatabases } from '../__testUtils__/databases';
import { awsScan, freshMirror, openMirror } from '../__testUtils__/mirror';
import type { MirrorStore } from './store';

jest.setTimeout(60_000);

function some(count: number, from = 0) {
  return Array.from({ length: count }, (_, n) =>
    awsConnector({ id: `c${from + n}` }),
  );
}

describe('what has changed since a revision', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let mirror: MirrorStore;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      mirror = await freshMirror(knex);
    });

    const since = async (revision: number) => {
      const changes = snapshotChangesSchema.parse(
        await mirror.changesSince(revision),
      );
      return { ...changes, changed: changes.changed.map(({ id }) => id) };
    };

    it('is what is new, what is another, and what has gone', async () => {
      const { revision } = await mirror.applyScan(awsScan(some(5)));
      expect(await since(revision)).toEqual({
        revision,
        tooMany: false,
        changed: [],
        removed: [],
      });
      const [first, ...others] = some(4);
      await mirror.applyScan(
        awsScan([{ ...first, name: 'Renamed' }, ...others]),
      );
      await mirror.applyScan(
        awsScan([{ ...first, name: 'Renamed' }, ...others, ...some(1, 7)]),
      );
      expect(await since(revision)).toEqual({
        revision: revision + 2,
        tooMany: false,
        changed: ['c0', 'c7'],
        removed: ['resource:default/c4'],
      });
      expect(await mirror.gone()).toEqual(['resource:default/c4']);
    });

    it('is nothing where only what moves by itself has', async () => {
      const { revision } = await mirror.applyScan(awsScan(some(3)));
      await mirror.applyScan(
        awsScan(some(3).map(each => ({ ...each, totalAssets: 77 }))),
      );
      expect(await since(revision)).toMatchObject({ revision, changed: [] });
    });

    it('is too much where it is a lot, or where the revision is not known', async () => {
      await mirror.applyScan(awsScan(some(501)));
      expect(await since(0)).toMatchObject({ tooMany: true, changed: [] });
      expect(await since(99)).toMatchObject({ tooMany: true, revision: 2 });
    });

    it('is too much where entities have other names', async () => {
      const { revision } = await mirror.applyScan(awsScan(some(3)));
      const moved = openMirror(knex, {
        describedBy: 'other rules',
        describe: ({ id }) => ({ entityRef: `resource:cloud/${id}` }),
      });
      await moved.applyScan(awsScan(some(3)));
      expect(await since(revision)).toMatchObject({ tooMany: true });
    });
  });
});
