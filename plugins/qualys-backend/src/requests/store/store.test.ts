import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { openDatabase } from '../../database';
import { createRequestStore } from './createRequestStore';
import { RequestMovedError, RequestNameTakenError } from './moved';
import type { RequestRecord } from './record';
import type { RequestListScope, RequestStore } from './store';

jest.setTimeout(60_000);

const databases = testDatabases();
const ASKER = 'user:default/asker';

describe.each(databases.eachSupportedId())(
  'requests in the database, on %s',
  id => {
    let knex: Knex;
    let store: RequestStore;
    let ordinal = 0;

    beforeEach(async () => {
      knex = await databases.init(id);
      await openDatabase({ getClient: async () => knex });
      store = createRequestStore(knex);
    });

    const draft = async (
      settings: object = {},
      more: Partial<Parameters<RequestStore['create']>[0]> = {},
    ) =>
      (
        await store.create({
          subscription: 'main',
          provider: 'AWS',
          createThrough: 'assetManagement',
          requester: ASKER,
          settings: {
            // Those that are open have each a name of their own.
            name: `Connector ${(ordinal += 1)}`,
            account: '012345678901',
            ...settings,
          },
          externalId: 'USPOD01-1-abcdefgh',
          ...more,
        })
      ).record;

    const approved = async (settings?: object) => {
      const { record } = await store.move(
        await draft(settings),
        [
          { action: 'submit', actor: ASKER },
          { action: 'approve', actor: 'user:default/other' },
        ],
        { nextLookAt: new Date().toISOString() },
      );
      return record;
    };

    const list = (
      query: Partial<Parameters<RequestStore['list']>[0]> = {},
      readable: RequestListScope['readable'] = { all: true },
      more: Partial<RequestListScope> = {},
    ) =>
      store.list(
        { scope: 'all', order: 'newest', limit: 50, ...query },
        { readable, withOwn: false, ...more },
        ASKER,
      );

    it('move as the table of transitions says, each move written down', async () => {
      const before = await draft();
      const { record, events } = await store.move(before, [
        { action: 'submit', actor: ASKER, reason: 'because' },
        { action: 'approve', rule: 'sandbox accounts' },
        { action: 'awaitAccess' },
      ]);
      expect(record).toMatchObject({ state: 'awaitingAccess', version: 2 });
      expect(events).toMatchObject([
        { from: 'draft', to: 'submitted', actor: ASKER, reason: 'because' },
        { from: 'submitted', to: 'approved', rule: 'sandbox accounts' },
        { from: 'approved', to: 'awaitingAccess' },
      ]);
      expect(await store.events(record.id)).toEqual(events);
      expect(record.turn).toBe(Number(events[1].id));
    });

    it('do not move in a way that the table does not know, nor half', async () => {
      const before = await draft();
      await expect(
        store.move(before, [{ action: 'submit' }, { action: 'activate' }]),
      ).rejects.toThrow(RequestMovedError);
      expect(await store.get(before.id)).toEqual(before);
      expect(await store.events(before.id)).toEqual([]);
    });

    it('move once where two try at the same time', async () => {
      const before = await draft();
      const outcomes = await Promise.allSettled([
        store.move(before, [{ action: 'submit', actor: 'user:default/a' }]),
        store.move(before, [{ action: 'cancel', actor: 'user:default/b' }]),
      ]);
      const lost = outcomes.filter(({ status }) => status === 'rejected');
      expect(lost).toEqual([
        expect.objectContaining({
          reason: expect.objectContaining({
            name: 'RequestMovedError',
            current: expect.objectContaining({ version: 2 }),
          }),
        }),
      ]);
      expect(await store.events(before.id)).toHaveLength(1);
    });

    it('are begun once for each idempotency key of each person', async () => {
      const file = (requester: string) =>
        store.create({
          subscription: 'main',
          provider: 'GCP',
          createThrough: 'cloudView',
          requester,
          settings: {},
          idempotencyKey: 'task-1-step-1',
        });
      const both = await Promise.all([file(ASKER), file(ASKER)]);
      expect(new Set(both.map(({ record }) => record.id)).size).toBe(1);
      expect(both.filter(({ existed }) => existed)).toHaveLength(1);
      expect((await file('user:default/other')).existed).toBe(false);
    });

    it('are found by who may see them, and by what is in them', async () => {
      const mine = await draft({ owner: 'group:default/payments' });
      const others = await draft(
        { name: '100% other', owner: 'group:default/shipping' },
        { requester: 'user:default/other', provider: 'AZURE' },
      );
      const idsOf = async (
        query: Parameters<typeof list>[0],
        scope?: Parameters<typeof list>[1],
      ) => (await list(query, scope)).items.map(each => each.id);
      expect(await idsOf({ scope: 'mine' })).toEqual([mine.id]);
      expect(await idsOf({ provider: 'AZURE' })).toEqual([others.id]);
      expect(await idsOf({ q: '100%' })).toEqual([others.id]);
      expect(await idsOf({ q: 'pay 0123' })).toEqual([mine.id]);
      const owned = { field: 'owner', values: ['group:default/shipping'] };
      const asked = { field: 'requester', values: [ASKER] };
      const where = (criteria: object) => ({ where: criteria as never });
      expect(await idsOf({}, where(owned))).toEqual([others.id]);
      expect(await idsOf({}, where({ not: owned }))).toEqual([mine.id]);
      expect(await idsOf({}, where({ anyOf: [owned, asked] }))).toHaveLength(2);
      expect(await idsOf({}, where({ allOf: [owned, asked] }))).toEqual([]);
      expect(await idsOf({}, where({ ...owned, values: [] }))).toEqual([]);
    });

    it.each(['newest', 'oldest'] as const)(
      'are listed page by page, the %s first',
      async order => {
        const all: RequestRecord[] = [];
        for (let nth = 0; nth < 7; nth++) {
          all.push(await draft({ name: `nth ${nth}` }));
        }
        // The first one that was begun is the last one that something happened to.
        all.push(
          (await store.move(all.shift()!, [{ action: 'save', actor: ASKER }]))
            .record,
        );
        const keyOf = (one: RequestRecord) =>
          `${order === 'newest' ? one.updatedAt : one.createdAt} ${one.id}`;
        const expected = all.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
        if (order === 'newest') expected.reverse();
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await list({ order, limit: 3, cursor });
          expect(page.totalItems).toBe(7);
          seen.push(...page.items.map(each => each.id));
          cursor = page.nextCursor;
        } while (cursor);
        expect(seen).toEqual(expected.map(each => each.id));
      },
    );

    it('collide by account and by name from when they are submitted until they have come to their end', async () => {
      const found = async (name: string, subscription = 'main') => [
        await store.ofAccount('AWS', '012345678901'),
        await store.ofName(subscription, name),
      ];
      const begun = await draft({ name: 'Payments' });
      // However many there are of them: they are nothing to others yet.
      for (let count = 0; count < 25; count++) {
        await draft({ name: 'Payments' });
      }
      expect(await found('payments')).toEqual([[], []]);
      const { record } = await store.move(begun, [{ action: 'submit' }]);
      expect(await found(' PAYMENTS ')).toEqual([[record], [record]]);
      expect(await found('payments', 'other')).toEqual([[record], []]);
      await store.move(record, [{ action: 'cancel' }]);
      expect(await found('payments')).toEqual([[], []]);
    });

    it('are open under a name of their own, even where two are submitted at the same moment', async () => {
      const name = 'Payments';
      const submit = async (settings: object, more?: object) =>
        store.move(await draft(settings, more), [{ action: 'submit' }]);
      const some = await Promise.allSettled([
        submit({ name }),
        submit({ name: ' payments' }),
        submit({ name }),
        submit({ name }, { subscription: 'other' }),
      ]);
      const refused = some.flatMap(each =>
        each.status === 'rejected' ? [each.reason] : [],
      );
      expect(refused).toHaveLength(2);
      for (const error of refused) {
        expect(error).toBeInstanceOf(RequestNameTakenError);
      }
      // Whoever was refused is where they were, and goes on under another name.
      const [open] = await store.ofName('main', name);
      const other = await submit({ name: 'Another' });
      await expect(
        store.move(other.record, [{ action: 'approve' }], {
          settings: { ...other.record.settings, name },
        }),
      ).rejects.toThrow(RequestNameTakenError);
      expect(await store.get(other.record.id)).toEqual(other.record);
      expect(await store.events(other.record.id)).toEqual(other.events);
      await store.move(open, [{ action: 'cancel' }]);
      await expect(submit({ name })).resolves.toBeDefined();
    });

    it('are listed for those who may decide about them, and not their own', async () => {
      const submit = async (
        { requester, savedBy }: { requester: string; savedBy?: string },
        owner: string,
      ) => {
        const begun = await draft({ owner }, { requester });
        const moves = [
          ...(savedBy === undefined
            ? []
            : [{ action: 'save' as const, actor: savedBy }]),
          { action: 'submit' as const, actor: requester },
        ];
        return (await store.move(begun, moves)).record.id;
      };
      const OTHER = 'user:default/other';
      const PAYMENTS = 'group:default/payments';
      const theirs = await submit({ requester: OTHER }, PAYMENTS);
      const own = [
        await submit({ requester: 'User:Default/Asker' }, PAYMENTS),
        await submit({ requester: OTHER, savedBy: ASKER }, PAYMENTS),
      ];
      const elsewhere = await submit({ requester: OTHER }, 'group:default/x');
      await approved({ owner: PAYMENTS });
      await draft({ owner: PAYMENTS }, { requester: OTHER });

      const of = { field: 'owner' as const, values: [PAYMENTS] };
      const decidable = async (more: Partial<RequestListScope>) =>
        (await list({ scope: 'decidable' }, { all: true }, more)).items
          .map(({ id: each }) => each)
          .sort();
      expect(await decidable({})).toEqual([]);
      expect(await decidable({ decidable: { where: of } })).toEqual([theirs]);
      expect(await decidable({ decidable: { all: true } })).toEqual(
        [theirs, elsewhere].sort(),
      );
      expect(
        await decidable({ decidable: { where: of }, withOwn: true }),
      ).toEqual([theirs, ...own].sort());
      // Who may decide about it, but not see it, is not shown it.
      const none = { where: { ...of, values: [] } };
      expect(
        (
          await list({ scope: 'decidable' }, none, {
            decidable: { all: true },
          })
        ).totalItems,
      ).toBe(0);
    });

    it('keep of what one person saves in a row the last time', async () => {
      let record = await draft();
      const save = async (actor: string) => {
        const moved = await store.move(record, [{ action: 'save', actor }]);
        record = moved.record;
        return moved.events[0];
      };
      await save(ASKER);
      const second = await save(ASKER);
      await save('user:default/other');
      const last = await save(ASKER);
      expect(record.version).toBe(5);
      expect(await store.events(record.id)).toEqual([
        second,
        expect.objectContaining({ actor: 'user:default/other' }),
        last,
      ]);
    });

    it('are counted while they are drafts', async () => {
      const one = await draft();
      await draft();
      await draft({}, { requester: 'user:default/other' });
      expect(await store.draftsOf(ASKER)).toBe(2);
      await store.move(one, [{ action: 'submit' }]);
      expect(await store.draftsOf(ASKER)).toBe(1);
    });

    it('are looked after by one at a time, in the order of their approval', async () => {
      const first = await approved();
      const second = await approved();
      await draft();
      const ours = await store.lease('us', 1);
      expect(ours.map(each => each.id)).toEqual([first.id]);
      const theirs = await store.lease('them', 5);
      expect(theirs.map(each => each.id)).toEqual([second.id]);
      expect(await store.lease('others', 5)).toEqual([]);
      const lease = { id: first.id, holder: 'us' };
      expect(await store.renew(lease)).toBe(true);
      expect(await store.renew({ ...lease, holder: 'others' })).toBe(false);
      await store.release(lease);
      expect((await store.lease('others', 5)).map(each => each.id)).toEqual([
        lease.id,
      ]);
    });

    it('are shared out among those who look at the same moment', async () => {
      const ids: string[] = [];
      for (let count = 0; count < 12; count++) ids.push((await approved()).id);
      const shares = await Promise.all(
        ['one', 'two', 'three', 'four'].map(holder => store.lease(holder, 3)),
      );
      // Whoever finds all rows locked goes away with less than it asked for.
      for (const share of shares) expect(share.length).toBeLessThanOrEqual(3);
      const leased = shares.flat().map(each => each.id);
      expect(new Set(leased).size).toBe(leased.length);
      const left = (await store.lease('last', 12)).map(each => each.id);
      expect([...leased, ...left].sort()).toEqual(ids.sort());
    });

    it('are taken over from who has died', async () => {
      const one = await approved();
      await store.lease('dead', 1);
      await knex('connector_requests').update({
        lease_until: new Date(Date.now() - 1000).toISOString(),
      });
      expect((await store.lease('alive', 1)).map(each => each.id)).toEqual([
        one.id,
      ]);
      expect(
        await store.note(one, { looks: 3 }, { id: one.id, holder: 'dead' }),
      ).toBe(false);
      expect(
        await store.note(one, { looks: 3 }, { id: one.id, holder: 'alive' }),
      ).toBe(true);
      expect(await store.get(one.id)).toMatchObject({ looks: 3, version: 2 });
    });

    it('forget what was the matter when they move', async () => {
      const one = await approved();
      await store.note(one, {
        problem: { message: 'Qualys cannot be reached' },
        looks: 2,
      });
      const { record } = await store.move(one, [{ action: 'provision' }]);
      expect(record.problem).toBeUndefined();
      expect(record.looks).toBe(0);
    });

    it('that nobody does anything with are found', async () => {
      const late = await draft({}, { expiresAt: '2020-01-01T00:00:00.000Z' });
      await draft({}, { expiresAt: '2999-01-01T00:00:00.000Z' });
      const overdue = await store.overdue(new Date(), 10);
      expect(overdue.map(each => each.id)).toEqual([late.id]);
    });

    it('keep odd text in one piece', async () => {
      const one = await draft({
        name: 'NUL \0 and \uD800 half',
        purpose: '<b>',
      });
      expect((await store.get(one.id))?.settings).toMatchObject({
        purpose: '<b>',
      });
    });
  },
);
