import {
  heldBackListSchema,
  type HeldBackRemoval,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { awsAssetDataConnector } from '../__testUtils__/assetDataConnectors';
import { awsConnector, azureConnector } from '../__testUtils__/connectors';
import { testDatabases } from '../__testUtils__/databases';
import { awsScan, freshMirror } from '../__testUtils__/mirror';
import { createRemovalStore, type RemovalStore } from './removalStore';
import type { MirrorStore } from './store';

jest.setTimeout(60_000);

const query = { sort: 'name', limit: 200 };
const page = { limit: 200 };
const USER = 'user:default/pat';

function some(count: number, from = 0) {
  return Array.from({ length: count }, (_, n) =>
    awsConnector({ id: `c${String(from + n).padStart(3, '0')}` }),
  );
}

const day = (n: number) => new Date(Date.UTC(2026, 0, n));

describe('what is held back', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let mirror: MirrorStore;
    let removals: RemovalStore;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      mirror = await freshMirror(knex, { subscriptions: ['main', 'other'] });
      removals = createRemovalStore(knex);
    });

    const held = async (): Promise<HeldBackRemoval[]> =>
      (await removals.all()).get('main') ?? [];

    const missing = async (): Promise<string[]> => {
      const list = await removals.list('main', page);
      heldBackListSchema.parse(list);
      expect(list.totalItems).toBe(list.items.length);
      return list.items.map(({ id }) => id);
    };

    const total = async () => {
      const { items, totalItems } = await mirror.list(query);
      expect(items).toHaveLength(totalItems);
      return totalItems;
    };

    const decision = ({ version }: { version: string }) => ({
      subscription: 'main',
      provider: 'AWS' as const,
      version,
      user: USER,
    });

    it('knows who is in a group though CloudView was not read', async () => {
      const group = [{ id: 'g', name: 'Payments' }];
      const id = (n: number) =>
        `7f25a529-4629-31e6-9bef-7a5828c3${String(6000 + n)}`;
      const all = Array.from({ length: 100 }, (_, n) => n);
      await mirror.applyScan(
        awsScan(
          all.map(n =>
            awsConnector({ id: id(n), ...(n < 4 && { groups: group }) }),
          ),
        ),
      );
      const inAm = (from: number) => ({
        subscription: 'main',
        provider: 'AWS' as const,
        at: day(2),
        off: ['cloudView' as const],
        assetManagement: {
          coverage: 'whole' as const,
          connectors: all
            .slice(from)
            .map(n =>
              awsAssetDataConnector({ id: `${n + 1}`, cloudviewUuid: id(n) }),
            ),
        },
      });
      await mirror.applyScan(inAm(0));
      // Two of the four members are left.
      await expect(mirror.applyScan(inAm(2))).resolves.toMatchObject({
        removed: 2,
        heldBack: 0,
      });
      await expect(mirror.applyScan(inAm(4))).resolves.toMatchObject({
        removed: 0,
        heldBack: 2,
      });
      expect(await held()).toMatchObject([
        { reason: { code: 'wholeGroups', groups: ['Payments'] } },
      ]);
    });

    it('is nothing at the bound, and all that is missing just above it', async () => {
      await mirror.applyScan(awsScan(some(100)));
      await expect(mirror.applyScan(awsScan(some(95)))).resolves.toMatchObject({
        removed: 5,
        heldBack: 0,
      });
      expect(await held()).toEqual([]);

      // Four of the 95 that are left may go, and not five.
      await expect(
        mirror.applyScan(awsScan(some(90), 'whole', day(2))),
      ).resolves.toMatchObject({ removed: 0, heldBack: 5, revised: false });
      expect(await held()).toEqual([
        {
          provider: 'AWS',
          state: 'waiting',
          connectors: 5,
          since: day(2).toISOString(),
          reason: { code: 'tooMany', limit: 4 },
          version: expect.any(String),
        },
      ]);
      expect(await missing()).toEqual(['c090', 'c091', 'c092', 'c093', 'c094']);
      expect(await total()).toBe(95);
    });

    it('is a whole group, even a small one', async () => {
      const groups = [{ id: 'g1', name: 'Payments' }];
      const team = some(2, 500).map(each => ({ ...each, groups }));
      await mirror.applyScan(awsScan([...some(50), ...team]));
      await expect(mirror.applyScan(awsScan(some(49)))).resolves.toMatchObject({
        removed: 1,
        heldBack: 2,
      });
      expect(await missing()).toEqual(['c500', 'c501']);
      expect((await held())[0].reason).toEqual({
        code: 'wholeGroups',
        groups: ['Payments'],
      });
    });

    it('is all of a cloud, and nothing of the others', async () => {
      await mirror.applyScan({
        ...awsScan([azureConnector({ id: 'azure' })]),
        provider: 'AZURE',
      });
      await mirror.applyScan({
        ...awsScan([awsConnector({ id: 'theirs' })]),
        subscription: 'other',
      });
      await mirror.applyScan(awsScan(some(2)));
      await expect(mirror.applyScan(awsScan([]))).resolves.toMatchObject({
        removed: 0,
        heldBack: 2,
      });
      expect((await held()).map(({ provider, reason }) => [provider, reason]))
        // prettier-ignore
        .toEqual([['AWS', { code: 'all' }]]);
      expect((await removals.all()).get('other')).toBeUndefined();
      expect(await total()).toBe(4);
    });

    it('goes by the bounds of the subscription', async () => {
      const lenient = await freshMirror(await databases.init(databaseId), {
        removals: { most: 0, percent: 50, wholeGroups: false },
      });
      await lenient.applyScan(awsScan(some(10)));
      await expect(lenient.applyScan(awsScan(some(4)))).resolves.toMatchObject({
        removed: 0,
        heldBack: 6,
      });
      await expect(lenient.applyScan(awsScan(some(10)))).resolves.toMatchObject(
        { heldBack: 0 },
      );
      await expect(lenient.applyScan(awsScan(some(5)))).resolves.toMatchObject({
        removed: 5,
        heldBack: 0,
      });
    });

    it('heals by itself when the connectors return', async () => {
      await mirror.applyScan(awsScan(some(10)));
      await mirror.applyScan(awsScan(some(4), 'whole', day(2)));
      const [before] = await held();

      // Most return; those that do not go on waiting, few as they are.
      await expect(
        mirror.applyScan(awsScan(some(9), 'whole', day(3))),
      ).resolves.toMatchObject({ removed: 0, heldBack: 1 });
      const [after] = await held();
      expect(await missing()).toEqual(['c009']);
      expect(after).toMatchObject({
        since: day(2).toISOString(),
        reason: before.reason,
      });
      expect(after.version).not.toBe(before.version);

      await mirror.applyScan(awsScan(some(10)));
      expect(await held()).toEqual([]);
      expect(await total()).toBe(10);
    });

    it.each(['part', 'drifted'] as const)(
      'is not added to by a scan that is %s, but what that has seen heals',
      async coverage => {
        await mirror.applyScan(awsScan(some(10)));
        await mirror.applyScan(awsScan([], coverage));
        expect(await held()).toEqual([]);

        await mirror.applyScan(awsScan(some(4)));
        await mirror.applyScan(awsScan(some(2, 8), coverage));
        expect(await missing()).toEqual(['c004', 'c005', 'c006', 'c007']);
      },
    );

    it('goes at once when it is confirmed, and raises the revision', async () => {
      await mirror.applyScan(awsScan(some(10)));
      const { revision } = await mirror.applyScan(awsScan(some(4)));
      const [removal] = await held();

      const outcome = await removals.confirm(decision(removal));
      expect(outcome?.revision).toBe(revision + 1);
      expect(outcome?.connectors.sort()).toEqual(
        some(6, 4).map(({ id }) => id),
      );
      expect(await total()).toBe(4);
      expect(await held()).toEqual([]);
      const snapshot = await mirror.snapshot({ limit: 100 });
      expect(snapshot.items).toHaveLength(4);
      expect(snapshot.revision).toBe(revision + 1);

      // Nothing is left to go or to be told of.
      await expect(mirror.applyScan(awsScan(some(4)))).resolves.toMatchObject({
        removed: 0,
        heldBack: 0,
        revised: false,
      });
      await expect(
        removals.confirm(decision(removal)),
      ).resolves.toBeUndefined();
    });

    it('stays when it is dismissed, whatever else goes missing', async () => {
      await mirror.applyScan(awsScan(some(100)));
      await mirror.applyScan(awsScan(some(90), 'whole', day(2)));
      const [removal] = await held();
      await removals.announced('main', removal);
      const outcome = await removals.dismiss({
        ...decision(removal),
        reason: 'A change of rights',
      });
      expect(outcome?.connectors).toHaveLength(10);

      // Not by the next run, not when some return, not when another may go.
      await mirror.applyScan(awsScan(some(90)));
      await mirror.applyScan(awsScan(some(98)));
      await expect(mirror.applyScan(awsScan(some(97)))).resolves.toMatchObject({
        removed: 1,
        heldBack: 2,
      });
      expect(await missing()).toEqual(['c098', 'c099']);
      expect(await held()).toMatchObject([
        {
          state: 'dismissed',
          connectors: 2,
          decidedBy: USER,
          decidedAt: expect.any(String),
          decisionReason: 'A change of rights',
        },
      ]);
      expect(await removals.unannounced('main')).toEqual([]);

      // Others that are too many wait by themselves.
      await mirror.applyScan(awsScan(some(90), 'whole', day(3)));
      const [again, kept] = await held();
      expect(again).toMatchObject({
        state: 'waiting',
        connectors: 7,
        since: day(3).toISOString(),
      });
      expect(again.decidedBy).toBeUndefined();
      expect(kept).toMatchObject({ state: 'dismissed', connectors: 2 });
      expect(await removals.unannounced('main')).toEqual([again]);
      const ofState = async (state: HeldBackRemoval['state']) =>
        (await removals.list('main', { ...page, state })).items.map(
          ({ id }) => id,
        );
      expect(await ofState('dismissed')).toEqual(['c098', 'c099']);

      // Confirming the one takes nothing of the other along.
      await removals.confirm(decision(again));
      expect(await total()).toBe(92);
      expect(await held()).toEqual([kept]);

      // What was kept can still be let go.
      await removals.confirm(decision(kept));
      expect(await total()).toBe(90);
      expect(await held()).toEqual([]);
    });

    it('is added to what was dismissed before', async () => {
      await mirror.applyScan(awsScan(some(100)));
      await mirror.applyScan(awsScan(some(90)));
      await removals.dismiss(decision((await held())[0]));
      await mirror.applyScan(awsScan(some(80)));
      const [waiting] = await held();
      await removals.dismiss({ ...decision(waiting), reason: 'These, too' });
      expect(await held()).toMatchObject([
        { state: 'dismissed', connectors: 20, decisionReason: 'These, too' },
      ]);
      await mirror.applyScan(awsScan(some(95)));
      expect(await held()).toMatchObject([
        { state: 'dismissed', connectors: 5 },
      ]);
    });

    it('is told of once, and again when it has grown', async () => {
      await mirror.applyScan(awsScan(some(20)));
      await mirror.applyScan(awsScan(some(10)));
      const [first] = await removals.unannounced('main');
      await removals.announced('main', first);
      expect(await removals.unannounced('main')).toEqual([]);

      await mirror.applyScan(awsScan(some(12)));
      expect(await removals.unannounced('main')).toEqual([]);
      await mirror.applyScan(awsScan(some(11)));
      expect(await removals.unannounced('main')).toHaveLength(1);
    });

    it('is not decided about by somebody who saw something else', async () => {
      await mirror.applyScan(awsScan(some(100)));
      await mirror.applyScan(awsScan(some(90)));
      const [seen] = await held();
      for (const others of [some(91), some(80)]) {
        await mirror.applyScan(awsScan(others));
        await expect(removals.confirm(decision(seen))).resolves.toBeUndefined();
        await expect(removals.dismiss(decision(seen))).resolves.toBeUndefined();
      }
      expect(await held()).toMatchObject([
        { state: 'waiting', connectors: 20 },
      ]);
      expect(await total()).toBe(100);
    });

    it('never takes along what was seen again by other means', async () => {
      await mirror.applyScan(awsScan(some(10), 'whole', day(1)));
      await mirror.applyScan(awsScan(some(4)));
      const [removal] = await held();
      await knex('connectors')
        .where({ connector_id: 'c007' })
        .update({ last_seen: day(3).toISOString() });

      await expect(
        removals.confirm(decision(removal)),
      ).resolves.toBeUndefined();
      expect(await missing()).not.toContain('c007');
      const [now] = await held();
      await removals.confirm(decision(now));
      expect(await total()).toBe(5);
      await expect(
        mirror.get({ subscription: 'main', id: 'c007' }),
      ).resolves.toBeDefined();
    });

    it('is decided about once, by whoever comes first', async () => {
      await mirror.applyScan(awsScan(some(10)));
      await mirror.applyScan(awsScan(some(4)));
      const [removal] = await held();
      const outcomes = await Promise.all([
        removals.confirm(decision(removal)),
        removals.confirm(decision(removal)),
        mirror.applyScan(awsScan(some(4))),
      ]);
      expect(outcomes.slice(0, 2).filter(Boolean)).toHaveLength(1);
      expect(await total()).toBe(4);
    });

    it('can be read page by page, while it stays the same', async () => {
      await mirror.applyScan(awsScan(some(10)));
      await mirror.applyScan(awsScan(some(4), 'whole', day(2)));
      const first = await removals.list('main', { provider: 'AWS', limit: 4 });
      expect(first).toMatchObject({
        totalItems: 6,
        items: [
          { id: 'c004', missingSince: day(2).toISOString() },
          { id: 'c005' },
          { id: 'c006' },
          { id: 'c007' },
        ],
      });
      const next = { provider: 'AWS' as const, limit: 4 };
      const cursor = first.nextCursor;
      const second = await removals.list('main', { ...next, cursor });
      expect(second.items.map(({ id }) => id)).toEqual(['c008', 'c009']);
      expect(second.nextCursor).toBeUndefined();
      await expect(
        removals.list('main', { provider: 'GCP', limit: 4 }),
      ).resolves.toEqual({ removals: [], items: [], totalItems: 0 });

      await mirror.applyScan(awsScan(some(3)));
      await expect(removals.list('main', { ...next, cursor })).rejects.toThrow(
        /begin again/,
      );
    });
  });
});
