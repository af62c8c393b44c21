import type {
  SettingChange,
  SettingsHistory,
  SettingsHistoryEntry,
  SettingsHistoryQuery,
  StepResult,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { decodeCursor, encodeCursor, storable } from '../database';
import type { SettingsObject } from './object';

/** Something that is about to be done, for the history. */
export interface SettingsDeed {
  actor: string;
  /** The entity on whose page it is done; empty where it is done on none. */
  entityRef: string;
  object: SettingsObject;
  action: SettingsHistoryEntry['action'];
  changes: readonly SettingChange[];
  reason?: string;
  /** All settings after it. */
  settings?: unknown;
}

/**
 * Who changed what. Nothing is ever taken out of it, or changed but for the
 * outcome, and the id of an object that goes by another one since.
 */
export interface SettingsHistoryStore {
  /**
   * Writes down what is about to be done, before it is: a backend that ends in
   * the middle of it leaves a deed whose outcome is unknown.
   *
   * @returns the id of the entry
   */
  begin(deed: SettingsDeed): Promise<string>;
  /** Writes down what is known to be done. */
  note(deed: SettingsDeed): Promise<void>;
  /**
   * Writes down what came of it.
   *
   * @param traces - how far it came, where it takes several steps, and the id
   * of what it has made
   */
  end(
    id: string,
    outcome: SettingsHistoryEntry['outcome'],
    traces?: { steps?: readonly StepResult[]; objectId?: string },
  ): Promise<void>;
  /**
   * The deeds that created an object, and those in its subscription of which it
   * is not known whether they created something, and what; newest first.
   */
  creationsOf(object: SettingsObject): Promise<SettingsHistoryEntry[]>;
  /**
   * A page of it, newest first.
   *
   * @throws InputError when the cursor is not one of the same list
   */
  list(query: SettingsHistoryQuery): Promise<SettingsHistory>;
}

interface HistoryRow {
  id: number | string;
  at: string;
  actor: string;
  entity_ref: string;
  type: SettingsHistoryEntry['type'];
  subscription: string;
  object_id: string;
  action: SettingsHistoryEntry['action'];
  outcome: SettingsHistoryEntry['outcome'];
  changes: string;
  reason: string | null;
  settings: string | null;
  steps: string | null;
}

const position = z.tuple([z.int()]);

function toEntry(row: HistoryRow): SettingsHistoryEntry {
  return {
    id: String(row.id),
    at: row.at,
    actor: row.actor,
    entityRef: row.entity_ref,
    type: row.type,
    subscription: row.subscription,
    objectId: row.object_id,
    action: row.action,
    outcome: row.outcome,
    changes: JSON.parse(row.changes) as SettingChange[],
    ...(row.steps !== null && {
      steps: JSON.parse(row.steps) as StepResult[],
    }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.settings !== null && { settings: JSON.parse(row.settings) }),
  };
}

/** Opens the history in the plugin's database. */
export function createSettingsHistory(knex: Knex): SettingsHistoryStore {
  const write = async (
    { actor, entityRef, object, action, ...deed }: SettingsDeed,
    outcome: SettingsHistoryEntry['outcome'],
  ) => {
    const [{ id }] = await knex('settings_history')
      .insert({
        at: new Date().toISOString(),
        actor: storable(actor),
        entity_ref: storable(entityRef),
        type: object.type,
        subscription: object.subscription,
        object_id: storable(object.objectId),
        action,
        outcome,
        changes: storable(JSON.stringify(deed.changes)),
        reason: deed.reason === undefined ? null : storable(deed.reason),
        settings:
          deed.settings === undefined
            ? null
            : storable(JSON.stringify(deed.settings)),
      })
      .returning('id');
    return String(id);
  };

  return {
    begin: deed => write(deed, 'unknown'),

    async note(deed) {
      await write(deed, 'done');
    },

    async end(id, outcome, { steps, objectId } = {}) {
      await knex('settings_history')
        .where({ id })
        .update({
          outcome,
          ...(steps && { steps: storable(JSON.stringify(steps)) }),
          ...(objectId !== undefined && { object_id: storable(objectId) }),
        });
    },

    async creationsOf({ type, subscription, objectId }) {
      const rows = await knex<HistoryRow>('settings_history')
        .where({ type, subscription, action: 'create' })
        .where(created =>
          created
            .where({ outcome: 'done', object_id: storable(objectId) })
            .orWhere({ outcome: 'unknown', object_id: '' }),
        )
        .orderBy('id', 'desc');
      return rows.map(toEntry);
    },

    async list({ limit, cursor, from, to, ...rest }) {
      const { type, subscription, objectId, actor, entityRef } = rest;
      const purpose = ['settings history', rest, from, to];
      const where = Object.entries({
        type,
        subscription,
        object_id: objectId,
        actor,
        entity_ref: entityRef,
      }).filter(([, value]) => value !== undefined);
      const query = knex<HistoryRow>('settings_history')
        .where(Object.fromEntries(where.map(([k, v]) => [k, storable(v!)])))
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (from) query.where('at', '>=', new Date(from).toISOString());
      if (to) query.where('at', '<', new Date(to).toISOString());
      if (cursor) {
        const [before] = decodeCursor(cursor, purpose, position);
        query.where('id', '<', before);
      }
      const rows: HistoryRow[] = await query;
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      return {
        items: items.map(toEntry),
        ...(rows.length > limit &&
          last && { nextCursor: encodeCursor(purpose, [Number(last.id)]) }),
      };
    },
  };
}
