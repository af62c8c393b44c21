import type { Knex } from 'knex';

/** How often the connectors of a subscription were written to: what was read at one number belongs together. */
export async function readGeneration(
  knex: Knex,
  subscription: string,
): Promise<number> {
  const row = await knex('mirror_generations')
    .where({ subscription })
    .first('generation');
  return Number(row?.generation ?? 0);
}

/**
 * Notes that the connectors of a subscription were written to, whose mirror the
 * transaction must hold locked.
 *
 * @returns the generation afterwards
 */
export async function raiseGeneration(
  trx: Knex.Transaction,
  subscription: string,
): Promise<number> {
  const [row] = await trx('mirror_generations')
    .insert({ subscription, generation: 1 })
    .onConflict('subscription')
    .merge({
      generation: trx.raw('?? + 1', ['mirror_generations.generation']),
    })
    .returning('generation');
  return Number(row.generation);
}

/**
 * The present revision of the mirror, for someone who is about to write to it.
 * Whoever else means to write waits until the transaction ends.
 */
export async function lockRevision(trx: Knex.Transaction): Promise<number> {
  const [row] = await trx('mirror_state')
    .where('id', 1)
    // Nothing changes by this; but it takes the lock in both databases.
    .update({ id: 1 })
    .returning('revision');
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

/**
 * Notes that at a revision something changed that single connectors do not
 * tell, so that whoever knows an older one must read all of them.
 */
export async function noteRegrouped(
  trx: Knex.Transaction,
  revision: number,
): Promise<void> {
  await trx('mirror_state').where('id', 1).update({ regrouped: revision });
}
