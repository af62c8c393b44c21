/* What several people do with requests in any order, beside a model of what must come of it. */
import {
  nextRequestState,
  REQUEST_ACTIONS,
  type RequestAction,
  type RequestState,
} from 'backstage-plugin-qualys-common';
import fc from 'fast-check';
import {
  RequestMovedError,
  type RequestRecord,
  type RequestStore,
} from '../requests/store';

const USERS = ['user:default/a', 'user:default/b', 'user:default/c'];

/** What there must be in the database, by the ids of the requests. */
interface Model {
  states: Map<
    string,
    {
      state: RequestState;
      version: number;
      moves: number;
      /** Who has saved it last, where nothing happened since. */
      savedBy?: string;
    }
  >;
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

/** Holds what there is of a request against what there must be. */
async function look(model: Model, real: Real, id: string) {
  const record = await real.store.get(id);
  const { state, version } = model.states.get(id)!;
  expect(record).toMatchObject({ state, version });
  return record!;
}

/** Somebody looks at a request. */
class Look implements Command {
  constructor(private readonly user: string, private readonly nth: number) {}

  check = ({ states }: Readonly<Model>) => states.size > 0;

  async run(model: Model, real: Real) {
    const id = idAt(model, this.nth);
    real.seen.set(`${this.user} ${id}`, await look(model, real, id));
  }

  toString = () => `${this.user} looks at ${this.nth}`;
}

/** Does something with a request as it was seen, and holds what comes of it against the table. */
async function act(
  model: Model,
  real: Real,
  seen: RequestRecord,
  { user, actions }: { user: string; actions: readonly RequestAction[] },
) {
  const { id } = seen;
  const now = model.states.get(id)!;
  let state: RequestState | undefined = seen.state;
  for (const action of actions) {
    state = state && nextRequestState(state, action);
  }
  const outcome = await real.store
    .move(
      seen,
      actions.map(action => ({ action, actor: user })),
    )
    .catch(error => error);
  if (state !== undefined && seen.version === now.version) {
    expect(outcome.record).toMatchObject({ id, state });
    real.seen.set(`${user} ${id}`, outcome.record);
    // What one person saves in a row is one move.
    let { moves, savedBy } = now;
    for (const action of actions) {
      if (action !== 'save' || savedBy !== user) moves += 1;
      savedBy = action === 'save' ? user : undefined;
    }
    model.states.set(id, {
      state,
      version: now.version + 1,
      moves,
      savedBy,
    });
  } else {
    expect(outcome).toBeInstanceOf(RequestMovedError);
  }
  await look(model, real, id);
  expect(await real.store.events(id)).toHaveLength(model.states.get(id)!.moves);
}

/** Somebody does something, as they have last seen the request. */
class Act implements Command {
  constructor(
    private readonly user: string,
    private readonly nth: number,
    private readonly choose: (state: RequestState) => readonly RequestAction[],
    private readonly looksFirst = false,
  ) {}

  check = ({ states }: Readonly<Model>) => states.size > 0;

  async run(model: Model, real: Real) {
    const id = idAt(model, this.nth);
    const seen = this.looksFirst
      ? await real.store.get(id)
      : real.seen.get(`${this.user} ${id}`);
    if (!seen) return;
    const actions = this.choose(seen.state);
    await act(model, real, seen, { user: this.user, actions });
  }

  toString = () => `${this.user} acts on ${this.nth}: ${this.choose}`;
}

/** Whatever several people do with two requests, as they have last seen them. */
function requestCommands() {
  const user = fc.constantFrom(...USERS);
  const nth = fc.nat(1);
  const action = fc.constantFrom(...REQUEST_ACTIONS);
  // What the table allows, so that it is gone through to its ends.
  const allowed = (pick: number, odd: number) => (state: RequestState) => {
    const actions = REQUEST_ACTIONS.filter(
      each =>
        nextRequestState(state, each) &&
        (odd === 0 || !OFF_THE_WAY.includes(each)),
    );
    return actions.length === 0
      ? (['save'] as const)
      : [actions[pick % actions.length]];
  };
  return fc.commands<Model, Real, boolean>(
    [
      user.map(who => new Begin(who)),
      fc.tuple(user, nth).map(args => new Look(...args)),
      fc
        .tuple(user, nth, fc.array(action, { minLength: 1, maxLength: 3 }))
        .map(([who, which, actions]) => new Act(who, which, () => actions)),
      fc
        .tuple(user, nth, fc.nat(), fc.nat(3))
        .map(
          ([who, which, pick, odd]) =>
            new Act(who, which, allowed(pick, odd), true),
        ),
    ],
    { maxCommands: 30, size: 'max' },
  );
}

/**
 * Lets several people do whatever they like with requests, and holds what comes
 * of it against the table of transitions.
 */
export async function followRequests(
  store: RequestStore,
  numRuns: number,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(requestCommands(), commands =>
      fc.asyncModelRun(
        () => ({
          model: { states: new Map() },
          real: { store, seen: new Map() },
        }),
        commands,
      ),
    ),
    { numRuns },
  );
}
