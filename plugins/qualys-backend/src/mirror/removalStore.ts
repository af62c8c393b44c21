import type {
  HeldBackList,
  HeldBackListQuery,
  HeldBackReason,
  HeldBackRemoval,
  RemovalDecision,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { decodeCursor, encodeCursor, storable } from '../database';
import { recount } from './counts';
import {
  dismissWaiting,
  dropReturned,
  heldIds,
  type RemovalKey,
  type RemovalRow,
} from './heldBack';
import { noteHappenings } from './history';
import { removalsOf, type MirrorNews, type OnMirrorNews } from './news';
import { noteGap } from './progress';
import { lockRevision, raiseGeneration, raiseRevision } from './revision';
import { connectorColumns, toMirroredConnector, type ShownRow } from './row';

/** A decision on a held-back removal, and whose it is. */
export interface DecidedRemoval extends RemovalDecision {
  subscription: string;
  /** Who decided, as an entity reference. */
  user: string;
}

/** What a decision on a held-back removal did. */
export interface RemovalOutcome {
  /** The ids of the connectors that went, or that stay. */
  connectors: string[];
  /** The revision of the mirror after it. */
  revision: number;
}

/** The removals that are held back. */
export interface RemovalStore {
  /** What is held back of each subscription, in the order of the clouds. */
  all(): Promise<Map<string, HeldBackRemoval[]>>;

  /**
   * What is held back of a subscription, with a page of the connectors.
   *
   * @throws InputError when the cursor is not one of the same list
   */
  list(subscription: string, query: HeldBackListQuery): Promise<HeldBackList>;

  /**
   * Lets the connectors of a removal go, all of them or none.
   *
   * @returns undefined when the removal is not the one that the decision names (any more)
   */
  confirm(decision: DecidedRemoval): Promise<RemovalOutcome | undefined>;

  /** Keeps the connectors of a removal; the rest is as for `confirm`. */
  dismiss(decision: DecidedRemoval): Promise<RemovalOutcome | undefined>;

  /** The waiting removals of a subscription that nobody was told of. */
  unannounced(subscription: string): Promise<HeldBackRemoval[]>;

  /** Notes that those who are to decide were told of a removal. */
  announced(subscription: string, removal: HeldBackRemoval): Promise<void>;
}

type CountedRow = RemovalRow & { connectors: number | string };

const position = z.tuple([z.string(), z.string()]);

function toRemoval(row: CountedRow): HeldBackRemoval {
  return {
    provider: row.provider,
    state: row.state,
    connectors: Number(row.connectors),
    since: row.since,
    reason: JSON.parse(row.reason) as HeldBackReason,
    version: row.version,
    ...(row.decided_by !== null && { decidedBy: row.decided_by }),
    ...(row.decided_at !== null && { decidedAt: row.decided_at }),
    ...(row.decision_reason !== null && {
      decisionReason: row.decision_reason,
    }),
  };
}

/**
 * Opens the held-back removals in the plugin's database.
 *
 * @param onNews - is told of connectors that a decision lets go
 */
export function createRemovalStore(
  knex: Knex,
  onNews?: OnMirrorNews,
): RemovalStore {
  const removals = (where: object): Promise<CountedRow[]> =>
    knex('held_back_removals as r')
      .where(where)
      .select(
        'r.*',
        knex('held_back_connectors as h')
          .whereRaw('h.subscription = r.subscription')
          .whereRaw('h.provider = r.provider')
          .whereRaw('h.state = r.state')
          .count('*')
          .as('connectors'),
      )
      // What waits comes first.
      .orderBy([
        'r.subscription',
        'r.provider',
        { column: 'r.state', order: 'desc' },
      ]);

  // Whoever decides decides about what they saw: the set may have changed.
  const decide = (
    { subscription, provider, version }: DecidedRemoval,
    act: (
      trx: Knex.Transaction,
      key: RemovalKey,
      connectors: readonly string[],
      revision: number,
    ) => Promise<number>,
  ) =>
    knex.transaction(async (trx): Promise<RemovalOutcome | undefined> => {
      const cloud = { subscription, provider };
      const revision = await lockRevision(trx);
      await raiseGeneration(trx, subscription);
      await dropReturned(trx, cloud);
      const row: RemovalRow | undefined = await trx('held_back_removals')
        .where({ ...cloud, version: storable(version) })
        .first();
      if (!row) return undefined;
      const key: RemovalKey = { ...cloud, state: row.state };
      const connectors = await heldIds(trx, key);
      return {
        connectors,
        revision: await act(trx, key, connectors, revision),
      };
    });

  return {
    async all() {
      const found = new Map<string, HeldBackRemoval[]>();
      for (const row of await removals({})) {
        const others = found.get(row.subscription) ?? [];
        found.set(row.subscription, [...others, toRemoval(row)]);
      }
      return found;
    },

    async list(subscription, { provider, state, limit, cursor }) {
      const of = {
        subscription,
        ...(provider && { provider }),
        ...(state && { state }),
      };
      const held = (await removals(of)).map(toRemoval);
      const purpose = ['removals', of, held.map(({ version }) => version)];
      const page = knex('held_back_connectors as h')
        .join('connectors as c', join =>
          join
            .on('c.subscription', 'h.subscription')
            .andOn('c.connector_id', 'h.connector_id'),
        )
        .where('h.subscription', subscription)
        .whereNull('c.removed_at')
        .select(connectorColumns(knex, 'c'))
        .select('c.name_key', 'h.since')
        .orderBy(['c.name_key', 'c.connector_id'])
        .limit(limit + 1);
      if (provider) page.where('h.provider', provider);
      if (state) page.where('h.state', state);
      if (cursor !== undefined) {
        page.whereRaw(
          '(c.name_key, c.connector_id) > (?, ?)',
          decodeCursor(cursor, purpose, position).map(storable),
        );
      }
      const rows: (ShownRow & { name_key: string; since: string })[] =
        await page;
      const last = rows.at(limit - 1);
      return {
        removals: held,
        items: rows.slice(0, limit).map(row => ({
          ...toMirroredConnector(row),
          missingSince: row.since,
        })),
        totalItems: held.reduce((sum, { connectors }) => sum + connectors, 0),
        ...(rows.length > limit &&
          last && {
            nextCursor: encodeCursor(purpose, [
              last.name_key,
              last.connector_id,
            ]),
          }),
      };
    },

    async confirm(decision) {
      const at = new Date().toISOString();
      let changes: MirrorNews['changes'] = [];
      const outcome = await decide(decision, async (trx, key, connectors) => {
        const revision = await raiseRevision(trx);
        changes = await removalsOf(trx, key.subscription, connectors);
        const { subscription, provider } = key;
        await noteHappenings(trx, { subscription, at }, changes);
        await trx('connectors')
          .where({ subscription: key.subscription })
          .whereIn(
            'connector_id',
            trx('held_back_connectors').where(key).select('connector_id'),
          )
          .update({ removed_at: at, revision });
        await trx('held_back_connectors').where(key).delete();
        await trx('held_back_removals').where(key).delete();
        await recount(trx, { subscription, provider });
        await noteGap(trx, key);
        return revision;
      });
      if (outcome) {
        const { subscription, provider } = decision;
        const { revision } = outcome;
        onNews?.({ subscription, provider, revision, at, changes });
      }
      return outcome;
    },

    dismiss: decision =>
      decide(decision, async (trx, key, _connectors, revision) => {
        const { user, reason } = decision;
        const { subscription, provider, state } = key;
        const decided = {
          decided_by: user,
          decided_at: new Date().toISOString(),
          decision_reason: reason ? storable(reason) : null,
        };
        if (state === 'waiting') {
          await dismissWaiting(trx, { subscription, provider }, decided);
        } else {
          await trx('held_back_removals').where(key).update(decided);
        }
        return revision;
      }),

    async unannounced(subscription) {
      const rows = await removals({
        subscription,
        state: 'waiting',
        announced: false,
      });
      return rows.map(toRemoval);
    },

    async announced(subscription, { provider, version }) {
      await knex('held_back_removals')
        .where({ subscription, provider, version })
        .update({ announced: true });
    },
  };
}
