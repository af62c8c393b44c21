import type { Knex } from 'knex';

/** How often the mirror was written to: what was read at one number belongs together. */
export async function readGeneration(knex: Knex): Promise<number> {
  const row = await knex('mirror_state').where('id', 1).first('generation');
  return Number(row.generation);
}

/**
 * The present revision of the mirror, for someone who is about to write to it,
 * and how often it was written to before. Whoever else means to write waits
 * until the transaction ends.
 */
export async function lockMirror(
  trx: Knex.Transaction,
): Promise<{ revision: number; generation: number }> {
  const [row] = await trx('mirror_state')
    .where('id', 1)
    .increment('generation', 1)
    .returning(['revision', 'generation']);
  return {
    revision: Number(row.revision),
    generation: Number(row.generation) - 1,
  };
}

/** As {@link lockMirror}; the revision alone. */
export async function lockRevision(trx: Knex.Transaction): Promise<number> {
  return (await lockMirror(trx)).revision;
}

/** Raises the revision, which the transaction must hold locked. */
export async function raiseRevision(trx: Knex.Transaction): Promise<number> {
  const [row] = await trx('mirror_state')
    .where('id', 1)
    .increment('revision', 1)
    .returning('revision');
  return Number(row.revision);
}
