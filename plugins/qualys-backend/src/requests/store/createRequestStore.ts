import { randomUUID } from 'node:crypto';
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import {
  isRequestOver,
  nextRequestState,
  REQUEST_STATES,
  type RequestEvent,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { databaseTime, storable } from '../../database';
import { listRequests } from './listRequests';
import { RequestMovedError, RequestNameTakenError } from './moved';
import type { RequestMove, RequestRecord } from './record';
import {
  nameKey,
  patchColumns,
  searchable,
  toRequestEvent,
  toRequestRecord,
  type RequestEventRow,
  type RequestRow,
} from './row';
import type { RequestStore } from './store';

/** Seconds without a sign of life after which somebody else looks after a request. */
const LEASE_SECONDS = 60;

// Those in which the portal itself has something to do.
const UNDER_WAY = ['approved', 'provisioning', 'verifying'] as const;

const OVER = REQUEST_STATES.filter(isRequestOver);

const IN_WORDS: Record<RequestRecord['state'], string> = {
  draft: 'a draft',
  submitted: 'submitted, and waits for a decision',
  approved: 'approved',
  awaitingAccess: 'approved, and waits for the role or the key',
  provisioning: 'about to be created in Qualys',
  verifying: 'created, and Qualys reads the account',
  active: 'active',
  failed: 'one that has failed',
  rejected: 'rejected',
  cancelled: 'cancelled',
  expired: 'expired',
};

/** The states that a row of moves leads through; throws where one of them is not allowed. */
function statesOf(
  record: RequestRecord,
  moves: readonly RequestMove[],
): RequestRecord['state'][] {
  let { state } = record;
  return moves.map(({ action }) => {
    const next = nextRequestState(state, action);
    if (next === undefined) {
      throw new RequestMovedError(
        `This cannot be done with the request: it is ${IN_WORDS[state]}`,
        record,
      );
    }
    state = next;
    return next;
  });
}

// Everybody has keys of their own.
function keyOf(requester: string, idempotencyKey: string): string {
  return storable(`${requester} ${idempotencyKey}`);
}

/** Opens the requests in the plugin's database. */
export function createRequestStore(knex: Knex): RequestStore {
  const table = (on: Knex = knex) => on<RequestRow>('connector_requests');

  const get: RequestStore['get'] = async id => {
    const row = await table()
      .where({ id: storable(id) })
      .first();
    return row && toRequestRecord(row);
  };

  // The first ones are as good as all where it is asked whether there are any.
  const underWay = async (which: Partial<RequestRow>) => {
    const rows = await table()
      .where(which)
      .whereNotIn('state', ['draft', ...OVER])
      .orderBy('created_at')
      .limit(20);
    return rows.map(toRequestRecord);
  };

  // A draft is saved with each pause in writing: of what one person saves in a
  // row, the last time is kept.
  const savedAgain = async (
    trx: Knex,
    id: string,
    { action, actor }: RequestMove,
    at: string,
  ): Promise<RequestEvent | undefined> => {
    if (action !== 'save') return undefined;
    const rows = () => trx<RequestEventRow>('connector_request_events');
    const last = await rows()
      .where({ request_id: id })
      .orderBy('id', 'desc')
      .first();
    const isSame =
      last?.action === 'save' &&
      last.actor === (actor === undefined ? null : storable(actor));
    if (!isSame) return undefined;
    await rows().where({ id: last.id }).update({ at });
    return toRequestEvent({ ...last, at });
  };

  // The index of the names of open requests is the only one that a move can
  // collide with; it holds for those that move at the same moment, too.
  const refuseTakenName = (error: unknown): never => {
    if (!isDatabaseConflictError(error)) throw error;
    throw new RequestNameTakenError(
      'Another request that is open has the name',
    );
  };

  return {
    get,

    async filedWith(requester, idempotencyKey) {
      const row = await table()
        .where({ idempotency_key: keyOf(requester, idempotencyKey) })
        .first();
      return row && toRequestRecord(row);
    },

    async getMany(ids) {
      if (ids.length === 0) return [];
      const rows = await table().whereIn('id', ids.map(storable));
      return rows.map(toRequestRecord);
    },

    async create({ idempotencyKey, ...request }) {
      const at = new Date().toISOString();
      const id = randomUUID();
      const key =
        idempotencyKey === undefined
          ? null
          : keyOf(request.requester, idempotencyKey);
      await table()
        .insert({
          id,
          version: 1,
          state: 'draft',
          subscription: request.subscription,
          provider: request.provider,
          create_through: request.createThrough,
          requester: storable(request.requester),
          ...searchable(request),
          external_id: request.externalId ?? null,
          idempotency_key: key,
          created_at: at,
          updated_at: at,
          expires_at: request.expiresAt ?? null,
        })
        .onConflict('idempotency_key')
        .ignore();
      const row = await table()
        .where(key === null ? { id } : { idempotency_key: key })
        .first();
      const record = toRequestRecord(row!);
      return { record, existed: record.id !== id };
    },

    async events(id) {
      const rows = await knex<RequestEventRow>('connector_request_events')
        .where({ request_id: storable(id) })
        .orderBy('id');
      return rows.map(toRequestEvent);
    },

    list: (query, scope, caller) => listRequests(knex, query, scope, caller),

    async move(record, moves, patch = {}) {
      const states = statesOf(record, moves);
      const at = new Date().toISOString();
      const inOne = async (trx: Knex) => {
        const changed = await table(trx)
          .where({
            id: record.id,
            version: record.version,
            state: record.state,
          })
          .update({
            ...patchColumns(patch, record),
            state: states.at(-1)!,
            version: record.version + 1,
            updated_at: at,
            // Whatever was the matter in the state before is over.
            ...(patch.problem === undefined && { problem: null }),
            ...(patch.looks === undefined && { looks: 0 }),
          });
        if (changed === 0) return undefined;
        const events: RequestEvent[] = [];
        let from = record.state;
        for (const [index, move] of moves.entries()) {
          const again = await savedAgain(trx, record.id, move, at);
          if (again) {
            events.push(again);
            continue;
          }
          const { action, actor, reason, changes, rule, problem } = move;
          const details = {
            ...(changes && changes.length > 0 && { changes }),
            ...(rule !== undefined && { rule }),
            ...(problem && { problem }),
          };
          const [row] = await trx<RequestEventRow>('connector_request_events')
            .insert({
              request_id: record.id,
              at,
              action,
              from_state: from,
              to_state: states[index],
              actor: actor === undefined ? null : storable(actor),
              reason: reason === undefined ? null : storable(reason),
              details:
                Object.keys(details).length === 0
                  ? null
                  : storable(JSON.stringify(details)),
            })
            .returning('*');
          events.push(toRequestEvent(row));
          from = states[index];
          if (action === 'approve') {
            // In the order in which they were agreed to, in every replica.
            await table(trx)
              .where({ id: record.id })
              .update({ turn: Number(row.id) });
          }
        }
        const row = await table(trx).where({ id: record.id }).first();
        return { record: toRequestRecord(row!), events };
      };
      const moved = await knex.transaction(inOne).catch(refuseTakenName);
      if (moved) return moved;
      const current = await get(record.id);
      throw new RequestMovedError(
        'The request has changed since it was read; look at it as it is now, and try again',
        current,
      );
    },

    async note(record, patch, lease) {
      const columns = patchColumns(patch, record);
      const changed = await table()
        .where({
          id: record.id,
          state: record.state,
          ...(lease && { lease_holder: lease.holder }),
        })
        .update(columns);
      return changed > 0;
    },

    ofAccount: (provider, account) =>
      underWay({ provider, account: storable(account) }),

    ofName: (subscription, name) =>
      underWay({ subscription, name_key: nameKey(name) }),

    async lease(holder, limit, except = []) {
      const now = databaseTime(knex);
      const isFree = (rows: Knex.QueryBuilder) =>
        rows.whereNull('lease_until').orWhere('lease_until', '<', now);
      const due = table()
        .select('id')
        .whereIn('state', UNDER_WAY)
        .whereNotIn('subscription', except)
        .where('next_look_at', '<=', new Date().toISOString())
        .where(isFree)
        .orderBy('turn')
        .limit(limit);
      if (knex.client.config.client === 'pg') due.forUpdate().skipLocked();
      // Materialised, so that the rows are chosen once: PostgreSQL may run a
      // subquery with a limit again for each row that it updates, and would
      // then lease more than were asked for.
      const rows = await table()
        .withMaterialized('due', due)
        .whereIn('id', knex.select('id').from('due'))
        .where(isFree)
        .update({
          lease_holder: holder,
          lease_until: databaseTime(knex, -LEASE_SECONDS) as unknown as string,
        })
        .returning('*');
      return rows
        .map(toRequestRecord)
        .sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0));
    },

    async renew({ id, holder }) {
      const changed = await table()
        .where({ id, lease_holder: holder })
        .update({
          lease_until: databaseTime(knex, -LEASE_SECONDS) as unknown as string,
        });
      return changed > 0;
    },

    async release({ id, holder }) {
      await table()
        .where({ id, lease_holder: holder })
        .update({ lease_holder: null, lease_until: null });
    },

    async overdue(now, limit) {
      const rows = await table()
        .where('expires_at', '<', now.toISOString())
        .whereNotIn('state', OVER)
        .orderBy('expires_at')
        .limit(limit);
      return rows.map(toRequestRecord);
    },

    async holdingKeys() {
      const rows = await table().whereNotNull('secret');
      return rows.map(toRequestRecord);
    },

    async reseal(id, before, after) {
      const changed = await table()
        .where({ id, secret: before })
        .update({ secret: after });
      return changed > 0;
    },

    async draftsOf(requester) {
      const [{ total }] = await table()
        .where({ state: 'draft', requester: storable(requester) })
        .count<{ total: number | string }[]>('* as total');
      return Number(total);
    },
  };
}
