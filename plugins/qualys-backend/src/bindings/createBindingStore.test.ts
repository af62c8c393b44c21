import { MIGRATIONS_DIRECTORY } from '../database';
import { PAYMENTS, SHIPPING } from '../__testUtils__/claims';
import { testDatabases } from '../__testUtils__/databases';
import {
  BINDING_ACTIONS,
  BINDING_STATES,
  type BindingAction,
  type BindingState,
} from 'backstage-plugin-qualys-common';
import { createBindingStore } from './createBindingStore';
import type { BindingStore, ClaimingEntity } from './store';

jest.setTimeout(60_000);

const ALLOWED: [BindingState, BindingAction, BindingState][] = [
  ['open', 'accept', 'accepted'],
  ['open', 'reject', 'rejected'],
  ['rejected', 'accept', 'accepted'],
  ['accepted', 'withdraw', 'withdrawn'],
  ['withdrawn', 'accept', 'accepted'],
];

const REFUSED = BINDING_STATES.flatMap(state =>
  BINDING_ACTIONS.map(action => [state, action] as const),
).filter(
  ([state, action]) => !ALLOWED.some(([s, a]) => s === state && a === action),
);

// How a claim gets into each state.
const WAYS: Record<BindingState, BindingAction[]> = {
  open: [],
  accepted: ['accept'],
  rejected: ['reject'],
  withdrawn: ['accept', 'withdraw'],
};

const checkout = (values: Partial<ClaimingEntity> = {}): ClaimingEntity => ({
  entityRef: 'component:default/checkout',
  owner: 'group:default/checkout',
  claims: [{ type: 'connector', subscription: 'main', objectId: PAYMENTS }],
  ...values,
});

const by = { user: 'user:default/jo' };

describe('createBindingStore', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let store: BindingStore;

    beforeEach(async () => {
      const knex = await databases.init(databaseId);
      await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
      store = createBindingStore(knex);
    });

    const recordOne = async (values?: Partial<ClaimingEntity>) =>
      (await store.record([checkout(values)])).bindings[0];

    it('writes a new claim down as open, once', async () => {
      const first = await store.record([checkout()]);
      expect(first.bindings).toEqual([
        {
          id: expect.any(String),
          entityRef: 'component:default/checkout',
          owner: 'group:default/checkout',
          type: 'connector',
          subscription: 'main',
          objectId: PAYMENTS,
          state: 'open',
          claimed: true,
          made: false,
          firstSeen: expect.stringMatching(/Z$/),
        },
      ]);
      expect(first.added).toEqual(new Set([first.bindings[0].id]));

      const second = await store.record([checkout()]);
      expect(second.bindings).toEqual(first.bindings);
      expect(second.added.size).toBe(0);
    });

    it('is not upset by the same claim being written down at once', async () => {
      const results = await Promise.all(
        Array.from({ length: 5 }, () => store.record([checkout()])),
      );
      expect(
        new Set(results.flatMap(r => r.bindings.map(({ id }) => id))).size,
      ).toBe(1);
      expect(results.flatMap(r => [...r.added])).toHaveLength(1);
    });

    it('opens the claim again for another owner, and keeps the first decision', async () => {
      const first = await recordOne();
      await store.decide(first.id, 'accept', by);

      const second = await recordOne({ owner: 'group:default/other' });
      expect(second).toMatchObject({ state: 'open', claimed: true });
      expect(second.id).not.toBe(first.id);
      expect(await store.get(first.id)).toMatchObject({
        state: 'accepted',
        claimed: false,
      });
      expect(await store.acceptedOf([first])).toEqual([]);

      expect(await recordOne()).toMatchObject({
        id: first.id,
        state: 'accepted',
        claimed: true,
      });
      // An open claim that nobody makes is nothing to decide.
      expect(await store.countOpen()).toBe(0);
    });

    it('marks what an entity does not claim any more', async () => {
      const { id } = await recordOne();
      await store.decide(id, 'accept', by);
      await store.record([checkout({ claims: [] })]);
      expect(await store.get(id)).toMatchObject({
        state: 'accepted',
        claimed: false,
      });
      expect(await store.claimants()).toEqual([]);
    });

    it('releases entities, and forgets old open claims only', async () => {
      const open = await recordOne();
      const decided = await recordOne({ entityRef: 'component:default/b' });
      await store.decide(decided.id, 'reject', by);
      expect((await store.claimants()).sort()).toEqual([
        'component:default/b',
        'component:default/checkout',
      ]);

      await store.release(await store.claimants());
      await store.forget(new Date(Date.now() - 60_000));
      expect(await store.get(open.id)).toMatchObject({ claimed: false });
      await store.forget(new Date(Date.now() + 60_000));
      expect(await store.get(open.id)).toBeUndefined();
      expect(await store.get(decided.id)).toMatchObject({ state: 'rejected' });
    });

    /** A claim in a certain state. */
    async function claimThatIs(state: BindingState) {
      const { id } = await recordOne();
      for (const step of WAYS[state]) await store.decide(id, step, by);
      expect((await store.get(id))?.state).toBe(state);
      return id;
    }

    it.each(ALLOWED)('a claim that is %s: %s makes it %s', async (...row) => {
      const [state, action, expected] = row;
      const id = await claimThatIs(state);
      const decided = await store.decide(id, action, {
        user: 'user:default/kim',
        reason: 'because',
      });
      expect(decided).toMatchObject({
        state: expected,
        decidedBy: 'user:default/kim',
        decidedAt: expect.stringMatching(/Z$/),
        reason: 'because',
      });
      expect(await store.get(id)).toEqual(decided);
    });

    it.each(REFUSED)('a claim that is %s: no %s', async (state, action) => {
      const id = await claimThatIs(state);
      const before = await store.get(id);
      await expect(store.decide(id, action, by)).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining(`The claim is ${state};`),
      });
      expect(await store.get(id)).toEqual(before);
    });

    it('lets one of two decide who decide at once', async () => {
      const { id } = await recordOne();
      const outcomes = await Promise.allSettled([
        store.decide(id, 'reject', { user: 'user:default/jo' }),
        store.decide(id, 'reject', { user: 'user:default/kim' }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
    });

    it('accepts nothing that is not claimed, or not known', async () => {
      const { id } = await recordOne();
      await store.record([checkout({ claims: [] })]);
      await expect(store.decide(id, 'accept', by)).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('any more'),
      });
      await expect(
        store.decide('2d1b6f0e-0a4c-4a44-9f0e-6b1f9f3c0a11', 'accept', by),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    });

    describe('what the portal has made for an entity', () => {
      const made = {
        type: 'connector',
        subscription: 'main',
        objectId: PAYMENTS,
        entityRef: 'component:default/refunds',
        owner: 'group:default/checkout',
      } as const;

      beforeEach(() =>
        store.acceptMade(made, { ...by, reason: 'It was asked for' }),
      );
      const madeFor = () => store.madeFor([made.entityRef]);

      it('is bound to it though it is not claimed', async () => {
        const bindings = await madeFor();
        expect(bindings).toMatchObject([
          { ...made, state: 'accepted', claimed: false, made: true },
        ]);
        expect(await store.acceptedOf([made])).toEqual(bindings);
      });

      it('can be withdrawn, and accepted again', async () => {
        const [{ id }] = await madeFor();
        await store.decide(id, 'withdraw', by);
        expect(await madeFor()).toEqual([]);
        await store.decide(id, 'accept', by);
        expect(await madeFor()).toHaveLength(1);
      });

      it('is bound only where it is claimed, once it is not there any more', async () => {
        await store.acceptMade(
          { ...made, entityRef: 'component:default/checkout' },
          { ...by, reason: 'It was asked for' },
        );
        await recordOne();
        await store.forgetMade(made);
        expect(await madeFor()).toEqual([]);
        expect(await store.acceptedOf([made])).toMatchObject([
          { entityRef: 'component:default/checkout', made: false },
        ]);
      });
    });

    it('lets rules act on open claims alone', async () => {
      const { id } = await recordOne();
      expect(await store.acceptByRule(id, 'entity *')).toBe(true);
      expect(await store.get(id)).toMatchObject({
        state: 'accepted',
        decidedBy: 'rule',
        reason: 'entity *',
      });
      await store.decide(id, 'withdraw', by);
      expect(await store.acceptByRule(id, 'entity *')).toBe(false);

      const other = await recordOne({ entityRef: 'component:default/b' });
      await store.decide(other.id, 'reject', by);
      expect(await store.acceptByRule(other.id, 'entity *')).toBe(false);
    });

    it('gives pages, oldest first, each claim once', async () => {
      for (const n of [1, 2, 3, 4, 5]) {
        await recordOne({ entityRef: `component:default/c${n}` });
      }
      const [third] = (await store.list({ limit: 1, cursor: undefined })).items;
      await store.decide(third.id, 'reject', by);

      const all = await store.list({ limit: 200 });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.list({ limit: 2, cursor });
        expect(page.totalItems).toBe(5);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(all.items.map(({ id }) => id));
      expect(all.items.map(({ firstSeen }) => firstSeen)).toEqual(
        all.items.map(({ firstSeen }) => firstSeen).sort(),
      );

      const open = await store.list({ state: 'open', limit: 2 });
      expect(open).toMatchObject({ totalItems: 4 });
      await expect(
        store.list({ state: 'rejected', limit: 2, cursor: open.nextCursor }),
      ).rejects.toMatchObject({ name: 'InputError' });
    });

    it('names the accepted claims on the same objects', async () => {
      const a = await recordOne();
      const b = await recordOne({ entityRef: 'component:default/b' });
      await recordOne({
        entityRef: 'component:default/c',
        claims: [
          { type: 'connector', subscription: 'main', objectId: SHIPPING },
        ],
      });
      await store.decide(b.id, 'accept', by);
      expect((await store.acceptedOf([a])).map(({ id }) => id)).toEqual([b.id]);
    });
  });
});
