import type { SnapshotChanges } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { ofSubscriptions } from './present';
import { requireConfigured } from './snapshot';
import { connectorColumns, toMirroredConnector, type ShownRow } from './row';

/**
 * How many changes are told one by one. The catalog takes so many in less time
 * than it takes to compare all of its connectors with a whole snapshot.
 */
const MOST_CHANGES = 500;

/** Reads what has changed since a revision. */
export async function readChanges(
  knex: Knex,
  subscriptions: readonly string[],
  since: number,
): Promise<SnapshotChanges> {
  const changed = ofSubscriptions(
    knex,
    knex('connectors').where('revision', '>', since),
    subscriptions,
  )
    .select([...connectorColumns(knex), 'removed_at'])
    .orderBy(['subscription', 'connector_id'])
    .limit(MOST_CHANGES + 1);

  // One query, so that the rows are those of the revision beside them.
  const answer: ({
    revision: number | string;
    regrouped: number | string;
    subscriptions: string;
    removed_at: string | null;
  } & ShownRow)[] = await knex
    .select('s.revision', 's.regrouped', 's.subscriptions', 'c.*')
    .from('mirror_state as s')
    .leftJoin(changed.as('c'), 's.id', 's.id')
    .where('s.id', 1);

  const revision = Number(answer[0].revision);
  requireConfigured(answer[0].subscriptions, subscriptions);
  const rows = answer.filter(row => row.connector_id !== null);
  // A revision that is not reached yet is one of a mirror that was lost.
  if (
    since > revision ||
    Number(answer[0].regrouped) > since ||
    rows.length > MOST_CHANGES
  ) {
    return { revision, tooMany: true, changed: [], removed: [] };
  }
  return {
    revision,
    tooMany: false,
    changed: rows
      .filter(row => row.removed_at === null)
      .map(toMirroredConnector),
    removed: rows
      .filter(row => row.removed_at !== null)
      .map(row => row.entity_ref),
  };
}

/** Reads the entity references of the connectors that have gone. */
export async function readGone(
  knex: Knex,
  subscriptions: readonly string[],
): Promise<string[]> {
  return ofSubscriptions(
    knex,
    knex('connectors').whereNotNull('removed_at'),
    subscriptions,
  ).pluck('entity_ref');
}
