import type { Knex } from 'knex';
import { lockRevision, noteRegrouped, raiseRevision } from './revision';

/**
 * Takes note of which subscriptions are configured: others are neither shown
 * nor in the catalog. The revision rises when they are not the ones of before.
 */
export async function noteConfigured(
  knex: Knex,
  subscriptions: readonly string[],
): Promise<void> {
  const configured = JSON.stringify(subscriptions);
  await knex.transaction(async trx => {
    await lockRevision(trx);
    const state = await trx('mirror_state').where('id', 1).first();
    if (state.subscriptions === configured) return;
    await noteRegrouped(trx, await raiseRevision(trx));
    await trx('mirror_state')
      .where('id', 1)
      .update({ subscriptions: configured });
  });
}
