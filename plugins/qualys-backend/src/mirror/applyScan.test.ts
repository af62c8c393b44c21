import { ConflictError } from '@backstage/errors';
import { awsConnector, azureConnector } from '../__testUtils__/connectors';
import { testDatabases } from '../__testUtils__/databases';
import {
  awsScan,
  describeById,
  freshMirror,
  openMirror,
} from '../__testUtils__/mirror';
import type { DescribeConnector, MirrorStore, ScanCoverage } from './store';

jest.setTimeout(60_000);

const query = { sort: 'name', limit: 200 };

async function idsOf(mirror: MirrorStore): Promise<string[]> {
  const { items, totalItems } = await mirror.list(query);
  // The counts are kept apart from the rows, and must follow them.
  expect(totalItems).toBe(items.length);
  return items.map(({ id }) => id).sort();
}

function some(count: number) {
  return Array.from({ length: count }, (_, n) => awsConnector({ id: `c${n}` }));
}

describe('applyScan', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    it('adds, changes and removes, and raises the revision for it', async () => {
      const mirror = await freshMirror(await databases.init(databaseId));
      const first = await mirror.applyScan(awsScan(some(5)));
      expect(first).toMatchObject({
        added: 5,
        changed: 0,
        removed: 0,
        heldBack: 0,
        revision: 2,
        revised: true,
        disagreements: 0,
      });

      const [c0, , ...rest] = some(5);
      const second = await mirror.applyScan(
        awsScan([
          { ...c0, name: 'renamed' },
          ...rest,
          awsConnector({ id: 'new' }),
        ]),
      );
      expect(second).toMatchObject({
        added: 1,
        changed: 1,
        removed: 1,
        revision: 3,
        revised: true,
      });
      expect(await idsOf(mirror)).toEqual(['c0', 'c2', 'c3', 'c4', 'new']);
      await expect(
        mirror.get({ subscription: 'main', id: 'c0' }),
      ).resolves.toMatchObject({ name: 'renamed', state: 'success' });
    });

    it('takes what moves by itself over without raising the revision', async () => {
      const mirror = await freshMirror(await databases.init(databaseId));
      const [connector] = some(1);
      await mirror.applyScan(
        awsScan([connector], 'whole', new Date('2026-01-01T00:00:00Z')),
      );
      const moved = await mirror.applyScan(
        awsScan(
          [
            {
              ...connector,
              reportedState: 'ERROR',
              error: '50004',
              totalAssets: 12,
              lastSyncedOn: '2026-01-01T00:20:00.000Z',
              nextSyncedOn: '2026-01-01T04:20:00.000Z',
            },
          ],
          'whole',
          new Date('2026-01-01T00:30:00Z'),
        ),
      );
      expect(moved).toMatchObject({ changed: 0, revision: 2, revised: false });
      await expect(
        mirror.get({ subscription: 'main', id: 'c0' }),
      ).resolves.toMatchObject({
        state: 'error',
        error: '50004',
        totalAssets: 12,
        firstSeen: '2026-01-01T00:00:00.000Z',
        lastSeen: '2026-01-01T00:30:00.000Z',
      });

      const same = await mirror.applyScan(awsScan([connector]));
      expect(same.revised).toBe(false);
    });

    it('notes when a connector was last seen, changed or not', async () => {
      const mirror = await freshMirror(await databases.init(databaseId));
      await mirror.applyScan(awsScan(some(3), 'whole', new Date(1e12)));
      await mirror.applyScan(awsScan(some(3), 'whole', new Date(2e12)));
      const { items } = await mirror.list(query);
      expect(items.map(({ lastSeen }) => lastSeen)).toEqual(
        Array(3).fill(new Date(2e12).toISOString()),
      );
    });

    it.each(['drifted', 'part'] as const)(
      'removes nothing after a scan that is %s',
      async coverage => {
        const mirror = await freshMirror(await databases.init(databaseId));
        await mirror.applyScan(awsScan(some(5)));
        const result = await mirror.applyScan(
          awsScan([...some(4), awsConnector({ id: 'new' })], coverage),
        );
        expect(result).toMatchObject({
          added: 1,
          removed: 0,
          heldBack: coverage === 'drifted' ? 1 : 0,
        });
        expect(await idsOf(mirror)).toEqual([
          'c0',
          'c1',
          'c2',
          'c3',
          'c4',
          'new',
        ]);
      },
    );

    it('takes a removed connector back with its history', async () => {
      const mirror = await freshMirror(await databases.init(databaseId));
      await mirror.applyScan(awsScan(some(3), 'whole', new Date(1e12)));
      await mirror.applyScan(awsScan(some(2)));
      expect(await idsOf(mirror)).toEqual(['c0', 'c1']);
      await expect(mirror.applyScan(awsScan(some(3)))).resolves.toMatchObject({
        added: 1,
      });
      await expect(
        mirror.get({ subscription: 'main', id: 'c2' }),
      ).resolves.toMatchObject({ firstSeen: new Date(1e12).toISOString() });
    });

    it('keeps other clouds and subscriptions out of it', async () => {
      const mirror = await freshMirror(await databases.init(databaseId), {
        subscriptions: ['main', 'other'],
      });
      await mirror.applyScan({
        ...awsScan([azureConnector({ id: 'azure' })]),
        provider: 'AZURE',
      });
      await mirror.applyScan({
        ...awsScan([awsConnector({ id: 'theirs' })]),
        subscription: 'other',
      });
      await mirror.applyScan(awsScan(some(1)));
      await mirror.applyScan(awsScan([]));
      expect(await idsOf(mirror)).toEqual(['azure', 'theirs']);
    });

    it('holds any text that Qualys may send', async () => {
      const mirror = await freshMirror(await databases.init(databaseId));
      const name = `"';-- \0 \uD800 <b> ${'ü'.repeat(5000)}`;
      await mirror.applyScan(
        awsScan([awsConnector({ id: 'odd', name, description: name })]),
      );
      const { items } = await mirror.list(query);
      expect(items.map(item => item.name)).toEqual([name]);
    });

    it('counts, and names the owners', async () => {
      const knex = await databases.init(databaseId);
      const mirror = await freshMirror(knex, {
        describe: connector => ({
          entityRef: `resource:default/${connector.id}`,
          ...(connector.id !== 'c0' && { owner: 'group:default/payments' }),
        }),
      });
      await mirror.applyScan(
        awsScan([...some(2), awsConnector({ id: 'off', disabled: true })]),
      );
      expect(await mirror.counts()).toEqual(
        new Map([
          [
            'main',
            {
              total: 3,
              byState: { success: 2, disabled: 1 },
              byProvider: { AWS: 3 },
            },
          ],
        ]),
      );
      expect(await mirror.owners()).toEqual(['group:default/payments']);
    });

    it('asks again who owns what, and raises the revision only if somebody else does', async () => {
      const knex = await databases.init(databaseId);
      const mirror = await freshMirror(knex);
      const { revision } = await mirror.applyScan(awsScan(some(3)));
      await expect(mirror.describeAgain()).resolves.toEqual({
        changed: 0,
        revision,
        subscriptions: [],
      });

      const other = openMirror(knex, {
        describedBy: 'other rules',
        describe: async (connector, subscription) => ({
          ...(await describeById(connector, subscription)),
          ...(connector.id === 'c1' && { owner: 'group:default/payments' }),
        }),
      });
      await expect(other.describeAgain()).resolves.toEqual({
        changed: 1,
        revision: revision + 1,
        subscriptions: ['main'],
      });
      await expect(
        other.list({ ...query, owner: 'group:default/payments' }),
      ).resolves.toMatchObject({ totalItems: 1, items: [{ id: 'c1' }] });
      // What the mirror holds now is what a scan would write.
      await expect(other.applyScan(awsScan(some(3)))).resolves.toMatchObject({
        revised: false,
      });
    });

    it('shows nothing of a subscription that is not configured, until it is again', async () => {
      const knex = await databases.init(databaseId);
      const mirror = await freshMirror(knex);
      const { revision } = await mirror.applyScan(awsScan(some(2)));

      const without = openMirror(knex, { subscriptions: [] });
      await without.noteConfigured();
      await expect(without.snapshot({ limit: 10 })).resolves.toMatchObject({
        revision: revision + 1,
        items: [],
      });
      // One of before cannot tell the whole any more.
      await expect(mirror.snapshot({ limit: 10 })).rejects.toThrow(
        ConflictError,
      );
      await expect(mirror.changesSince(revision)).rejects.toThrow(
        ConflictError,
      );
      await expect(without.list(query)).resolves.toEqual({
        items: [],
        totalItems: 0,
      });
      await expect(
        without.getMany([{ subscription: 'main', id: 'c0' }]),
      ).resolves.toEqual([]);

      const again = openMirror(knex);
      await again.noteConfigured();
      await again.noteConfigured();
      await expect(again.snapshot({ limit: 10 })).resolves.toMatchObject({
        revision: revision + 2,
      });
      expect(await idsOf(again)).toEqual(['c0', 'c1']);
      await expect(again.changesSince(revision)).resolves.toMatchObject({
        tooMany: true,
      });
    });

    it('asks again whoever was told of by others, in the next scan', async () => {
      const knex = await databases.init(databaseId);
      const mirror = await freshMirror(knex, { describedBy: 'old rules' });
      await mirror.applyScan(awsScan(some(3)));
      const owned: DescribeConnector = connector => ({
        entityRef: `resource:default/${connector.id}`,
        owner: 'group:default/payments',
      });
      const other = openMirror(knex, { describedBy: 'new', describe: owned });
      await expect(
        other.applyScan(awsScan(some(2), 'part')),
      ).resolves.toMatchObject({ changed: 2 });
      await expect(other.applyScan(awsScan(some(3)))).resolves.toMatchObject({
        changed: 1,
      });
      await expect(other.applyScan(awsScan(some(3)))).resolves.toMatchObject({
        revised: false,
      });
    });

    it('asks again about those whose owner could not be found out', async () => {
      const knex = await databases.init(databaseId);
      let isDown = true;
      let asked = 0;
      const mirror = await freshMirror(knex, {
        describe: ({ id }) => {
          asked += 1;
          return {
            entityRef: `resource:default/${id}`,
            ...(isDown
              ? { certain: false }
              : { owner: 'group:default/payments' }),
          };
        },
      });
      await mirror.applyScan(awsScan(some(2)));
      await expect(mirror.applyScan(awsScan(some(2)))).resolves.toMatchObject({
        revised: false,
      });
      isDown = false;
      await expect(mirror.applyScan(awsScan(some(2)))).resolves.toMatchObject({
        changed: 2,
      });
      asked = 0;
      await mirror.applyScan(awsScan(some(2)));
      expect(asked).toBe(0);
      expect(await mirror.owners()).toEqual(['group:default/payments']);
    });

    it('tells no list of a connector apart by its order', async () => {
      const mirror = await freshMirror(await databases.init(databaseId));
      const groups = [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ];
      await mirror.applyScan(awsScan([awsConnector({ id: 'c', groups })]));
      await expect(
        mirror.applyScan(
          awsScan([awsConnector({ id: 'c', groups: groups.reverse() })]),
        ),
      ).resolves.toMatchObject({ changed: 0, revised: false });
    });

    describe('of records that could not be understood', () => {
      const withUnread = (
        connectors: ReturnType<typeof some>,
        unread: string[],
        coverage: ScanCoverage = 'whole',
      ) => ({
        ...awsScan(connectors, coverage),
        cloudView: { connectors, coverage, unread },
      });

      it('keeps what it knew of them', async () => {
        const mirror = await freshMirror(await databases.init(databaseId));
        await mirror.applyScan(awsScan(some(3)));
        await expect(
          mirror.applyScan(withUnread(some(2), ['c2', 'unknown'])),
        ).resolves.toMatchObject({ removed: 0, heldBack: 0, revised: false });
        expect(await idsOf(mirror)).toEqual(['c0', 'c1', 'c2']);
        // CloudView shows one more than the mirror holds.
        const progress = (await mirror.progress()).get('main');
        expect(progress?.AWS?.cloudView?.missing).toBe(-1);
        await expect(
          mirror.applyScan(withUnread(some(2), [])),
        ).resolves.toMatchObject({ removed: 1 });
      });

      it('removes nothing where it is not clear which they are', async () => {
        const mirror = await freshMirror(await databases.init(databaseId));
        await mirror.applyScan(awsScan(some(3)));
        await expect(
          mirror.applyScan(withUnread(some(2), [], 'unclear')),
        ).resolves.toMatchObject({ removed: 0, heldBack: 1 });
        const progress = (await mirror.progress()).get('main');
        expect(progress?.AWS?.cloudView?.gap).toBe(true);
      });
    });

    it('lets nothing go that CloudView still knows when it is asked for it alone', async () => {
      const mirror = await freshMirror(await databases.init(databaseId));
      await mirror.applyScan(awsScan(some(5)));
      const asked: string[] = [];
      const scan = {
        ...awsScan(some(3)),
        isGone: async (id: string) => {
          asked.push(id);
          return id === 'c4';
        },
      };
      await expect(mirror.applyScan(scan)).resolves.toMatchObject({
        removed: 1,
      });
      expect(asked).toEqual(['c3', 'c4']);
      expect(await idsOf(mirror)).toEqual(['c0', 'c1', 'c2', 'c3']);
    });
  });
});
