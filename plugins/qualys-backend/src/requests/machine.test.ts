import {
  isRequestOver,
  nextRequestState,
  REQUEST_ACTIONS,
  REQUEST_STATES,
  type RequestAction,
  type RequestState,
} from 'backstage-plugin-qualys-common';
import fc from 'fast-check';
import createKnex, { type Knex } from 'knex';
import { openDatabase } from '../database';
import {
  createRequestStore,
  RequestMovedError,
  type RequestRecord,
  type RequestStore,
} from './store';

jest.setTimeout(300_000);

const RUNS = 1000;
const USERS = ['user:default/a', 'user:default/b', 'user:default/c'];

/** What there must be in the database, by the ids of the requests. */
interface Model {
  states: Map<string, { state: RequestState; version: number; moves: number }>;
}

interface Real {
  store: RequestStore;
  /** What each user has seen of each request: it may be old. */
  seen: Map<string, RequestRecord>;
}

type Command = fc.AsyncCommand<Model, Real>;

// What leads to no connector: done now and then, or no request would come far.
const OFF_THE_WAY: readonly RequestAction[] = [
  'save',
  'withdraw',
  'reject',
  'cancel',
  'expire',
];

const idAt = ({ states }: Model, nth: number) =>
  [...states.keys()][nth % states.size];

/** Somebody begins a request. */
class Begin implements Command {
  constructor(private readonly user: string) {}

  check = () => true;

  async run(model: Model, real: Real) {
    const { record } = await real.store.create({
      subscription: 'main',
      provider: 'AWS',
      createThrough: 'assetManagement',
      requester: this.user,
      settings: {},
    });
    model.states.set(record.id, { state: 'draft', version: 1, moves: 0 });
    real.seen.set(`${this.user} ${record.id}`, record);
  }

  toString = () => `${this.user} begins`;
}

/** Somebody looks at a request. */
class Look implements Command {
  constructor(private readonly user: string, private readonly nth: number) {}

  check = ({ states }: Readonly<Model>) => states.size > 0;

  async run(model: Model, real: Real) {
    const id = idAt(model, this.nth);
    const record = await real.store.get(id);
    const { state, version } = model.states.get(id)!;
    expect(record).toMatchObject({ state, version });
    real.seen.set(`${this.user} ${id}`, record!);
  }

  toString = () => `${this.user} looks at ${this.nth}`;
}

/** All that was done, so that nothing of the table is left out. */
const done = new Set<string>();

/** Somebody does something, as they have last seen the request. */
class Act implements Command {
  constructor(
    private readonly user: string,
    private readonly nth: number,
    private readonly choose: (state: RequestState) => RequestAction[],
    private readonly looksFirst = false,
  ) {}

  check = ({ states }: Readonly<Model>) => states.size > 0;

  async run(model: Model, real: Real) {
    const id = idAt(model, this.nth);
    const seen = this.looksFirst
      ? await real.store.get(id)
      : real.seen.get(`${this.user} ${id}`);
    if (!seen) return;
    const now = model.states.get(id)!;
    const actions = this.choose(seen.state);
    let state: RequestState | undefined = seen.state;
    for (const action of actions) {
      state = state && nextRequestState(state, action);
    }
    const isAllowed = state !== undefined && seen.version === now.version;
    const outcome = await real.store
      .move(
        seen,
        actions.map(action => ({ action, actor: this.user })),
      )
      .catch(error => error);
    if (isAllowed) {
      expect(outcome.record).toMatchObject({ id, state });
      if (actions.length === 1) done.add(`${actions[0]} ${seen.state}`);
      real.seen.set(`${this.user} ${id}`, outcome.record);
      model.states.set(id, {
        state: state!,
        version: now.version + 1,
        moves: now.moves + actions.length,
      });
    } else {
      expect(outcome).toBeInstanceOf(RequestMovedError);
    }
    expect(await real.store.get(id)).toMatchObject({
      state: model.states.get(id)!.state,
      version: model.states.get(id)!.version,
    });
    expect(await real.store.events(id)).toHaveLength(
      model.states.get(id)!.moves,
    );
  }

  toString = () => `${this.user} acts on ${this.nth}: ${this.choose}`;
}

describe('the course of requests', () => {
  let knex: Knex;
  let store: RequestStore;

  beforeAll(async () => {
    knex = createKnex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    await openDatabase({ getClient: async () => knex });
    store = createRequestStore(knex);
  });
  afterAll(() => knex.destroy());

  it('follows the table, whatever several users do in whatever order', async () => {
    const user = fc.constantFrom(...USERS);
    const nth = fc.nat(1);
    const action = fc.constantFrom(...REQUEST_ACTIONS);
    const commands = fc.commands(
      [
        user.map(who => new Begin(who)),
        fc.tuple(user, nth).map(args => new Look(...args)),
        fc
          .tuple(user, nth, fc.array(action, { minLength: 1, maxLength: 3 }))
          .map(([who, which, actions]) => new Act(who, which, () => actions)),
        // What the table allows, so that it is gone through to its ends.
        fc.tuple(user, nth, fc.nat(), fc.nat(3)).map(
          ([who, which, pick, odd]) =>
            new Act(
              who,
              which,
              state => {
                const allowed = REQUEST_ACTIONS.filter(
                  each =>
                    nextRequestState(state, each) &&
                    (odd === 0 || !OFF_THE_WAY.includes(each)),
                );
                return allowed.length === 0
                  ? ['save']
                  : [allowed[pick % allowed.length]];
              },
              true,
            ),
        ),
      ],
      { maxCommands: 30, size: 'max' },
    );
    await fc.assert(
      fc.asyncProperty(commands, cmds =>
        fc.asyncModelRun(
          () => ({
            model: { states: new Map() },
            real: { store, seen: new Map() },
          }),
          cmds,
        ),
      ),
      { numRuns: RUNS },
    );
    const table = REQUEST_ACTIONS.flatMap(each =>
      REQUEST_STATES.filter(state => nextRequestState(state, each)).map(
        state => `${each} ${state}`,
      ),
    );
    expect([...done].sort()).toEqual(table.sort());
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
