import {
  isRequestOver,
  nextRequestState,
  REQUEST_ACTIONS,
  REQUEST_STATES,
  type RequestState,
} from 'backstage-plugin-qualys-common';
import createKnex, { type Knex } from 'knex';
import { followRequests } from '../__testUtils__/requestCommands';
import { openDatabase } from '../database';
import { createRequestStore } from './store';

jest.setTimeout(300_000);

const RUNS = 1000;

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
    const done = await followRequests(createRequestStore(knex), RUNS);
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
