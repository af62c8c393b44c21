import type { Knex } from 'knex';
import { chunks } from '../database';
import { toRecord, toRow, type BindingRow } from './row';
import type { ClaimingEntity, RecordedClaims } from './store';

const BATCH = 100;

const keyOf = (
  row: Pick<
    BindingRow,
    'entity_ref' | 'owner' | 'type' | 'subscription' | 'object_id'
  >,
) =>
  JSON.stringify([
    row.entity_ref,
    row.owner,
    row.type,
    row.subscription,
    row.object_id,
  ]);

async function readRows(
  knex: Knex,
  entities: readonly ClaimingEntity[],
): Promise<BindingRow[]> {
  return knex<BindingRow>('bindings').whereIn(
    'entity_ref',
    entities.map(({ entityRef }) => entityRef),
  );
}

/**
 * Writes down what entities claim at present. It is one query when nothing has
 * changed, and it may run twice at the same time.
 */
export async function recordClaims(
  knex: Knex,
  entities: readonly ClaimingEntity[],
): Promise<RecordedClaims> {
  const now = new Date().toISOString();
  const present = new Map(
    entities
      .flatMap(entity => entity.claims.map(claim => toRow(entity, claim, now)))
      .map(row => [keyOf(row), row]),
  );
  let rows = await readRows(knex, entities);

  const known = new Set(rows.map(keyOf));
  const missing = [...present].filter(([key]) => !known.has(key));
  const mark = async (claimed: boolean) => {
    const ids = rows
      .filter(row => Boolean(row.claimed) !== claimed)
      .filter(row => present.has(keyOf(row)) === claimed)
      .map(({ id }) => id);
    for (const batch of chunks(ids, BATCH)) {
      await knex<BindingRow>('bindings')
        .whereIn('id', batch)
        .update({ claimed });
    }
    return ids.length > 0;
  };
  const marked = [await mark(true), await mark(false)].includes(true);
  for (const batch of chunks(missing, BATCH)) {
    await knex<BindingRow>('bindings')
      .insert(batch.map(([, row]) => row))
      .onConflict(['entity_ref', 'type', 'subscription', 'object_id', 'owner'])
      .ignore();
  }

  if (marked || missing.length > 0) rows = await readRows(knex, entities);
  const ours = new Set(missing.map(([, { id }]) => id));
  const found = rows.filter(row => present.has(keyOf(row)));
  return {
    bindings: found.map(toRecord),
    // Where somebody else was faster, the row is theirs.
    added: new Set(found.map(({ id }) => id).filter(id => ours.has(id))),
  };
}
