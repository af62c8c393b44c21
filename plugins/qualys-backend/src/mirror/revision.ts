import type { Knex } from 'knex';

/** The present revision of the mirror. */
export async function readRevision(knex: Knex): Promise<number> {
  const row = await knex('mirror_state').where('id', 1).first('revision');
  return Number(row.revision);
}

/**
 * Raises the revision. Whoever else wants to raise it waits until the
 * transaction ends, so that no two changes share a revision.
 */
export async function raiseRevision(trx: Knex.Transaction): Promise<number> {
  const [row] = await trx('mirror_state')
    .where('id', 1)
    .increment('revision', 1)
    .returning('revision');
  return Number(row.revision);
}
