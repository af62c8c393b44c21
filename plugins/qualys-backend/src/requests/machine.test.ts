import {
  isRequestOver,
  nextRequestState,
  REQUEST_ACTIONS,
  REQUEST_STATES,
  type RequestAction,
  type RequestState,
} from 'backstage-plugin-qualys-common';
import createKnex, { type Knex } from 'knex';
import { followRequests } from '../__testUtils__/requestCommands';
import { openDatabase } from '../database';
import { createRequestStore } from './store';

jest.setTimeout(300_000);

const RUNS = 1000;

// As people know it: what is possible in each state, and where it leads. The
// other tests take the table as it is, and would not see a wrong one.
const POSSIBLE: Record<RequestState, string> = {
  draft:
    'save: draft, submit: submitted, giveAccess: draft, cancel: cancelled, expire: expired',
  submitted:
    'withdraw: draft, giveAccess: submitted, approve: approved, reject: rejected, cancel: cancelled, expire: expired',
  approved:
    'cancel: cancelled, awaitAccess: awaitingAccess, provision: provisioning',
  awaitingAccess:
    'giveAccess: provisioning, cancel: cancelled, expire: expired',
  provisioning: 'verify: verifying, fail: failed',
  verifying: 'activate: active, fail: failed',
  failed:
    'giveAccess: failed, cancel: cancelled, retry: provisioning, expire: expired',
  active: '',
  rejected: '',
  cancelled: '',
  expired: '',
};

describe('the table of transitions', () => {
  it.each(REQUEST_STATES)('allows what is right for one that is %s', state => {
    expect(
      REQUEST_ACTIONS.flatMap(action => {
        const next = nextRequestState(state, action);
        return next ? [`${action}: ${next}`] : [];
      }).join(', '),
    ).toBe(POSSIBLE[state]);
  });
});

describe('the course of requests', () => {
  let knex: Knex;

  beforeAll(async () => {
    knex = createKnex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    await openDatabase({ getClient: async () => knex });
  });
  afterAll(() => knex.destroy());

  it('follows the table, whatever several users do in whatever order', async () => {
    await expect(
      followRequests(createRequestStore(knex), RUNS),
    ).resolves.toBeUndefined();
  });

  /** What leads to a state, from the beginning of a request on. */
  function wayTo(wanted: RequestState): RequestAction[] {
    const ways = new Map<RequestState, RequestAction[]>([['draft', []]]);
    for (const [state, way] of ways) {
      for (const action of REQUEST_ACTIONS) {
        const next = nextRequestState(state, action);
        if (next && !ways.has(next)) ways.set(next, [...way, action]);
      }
    }
    return ways.get(wanted)!;
  }

  it.each(
    REQUEST_ACTIONS.flatMap(action =>
      REQUEST_STATES.map(state => [action, state] as const),
    ),
  )('knows what %s makes of a request that is %s', async (action, state) => {
    const store = createRequestStore(knex);
    const { record: draft } = await store.create({
      subscription: 'main',
      provider: 'AWS',
      createThrough: 'assetManagement',
      requester: 'user:default/a',
      settings: {},
    });
    const way = wayTo(state).map(each => ({ action: each }));
    const there =
      way.length === 0 ? draft : (await store.move(draft, way)).record;
    expect(there.state).toBe(state);
    const after = await store.move(there, [{ action }]).catch(error => error);
    const next = nextRequestState(state, action);
    expect([after.record?.state, after.name]).toEqual(
      next ? [next, undefined] : [undefined, 'RequestMovedError'],
    );
  });

  it('can come to its end from everywhere, and leaves no end', () => {
    const reachable = (from: RequestState): Set<RequestState> => {
      const found = new Set([from]);
      for (const state of found) {
        for (const action of REQUEST_ACTIONS) {
          const next = nextRequestState(state, action);
          if (next) found.add(next);
        }
      }
      return found;
    };
    expect(reachable('draft')).toEqual(new Set(REQUEST_STATES));
    for (const state of REQUEST_STATES) {
      expect([...reachable(state)].some(isRequestOver)).toBe(true);
    }
    expect(REQUEST_STATES.filter(isRequestOver)).toEqual([
      'active',
      'rejected',
      'cancelled',
      'expired',
    ]);
  });
});
