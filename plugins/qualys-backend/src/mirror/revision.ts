import type { Knex } from 'knex';

/**
 * The present revision of the mirror. Whoever else means to write to the
 * mirror waits until the transaction ends.
 */
export async function lockRevision(trx: Knex.Transaction): Promise<number> {
  const row = await trx('mirror_state')
    .where('id', 1)
    .forUpdate()
    .first('revision');
  return Number(row.revision);
}

/** Raises the revision, which the transaction must hold locked. */
export async function raiseRevision(trx: Knex.Transaction): Promise<number> {
  const [row] = await trx('mirror_state')
    .where('id', 1)
    .increment('revision', 1)
    .returning('revision');
  return Number(row.revision);
}
