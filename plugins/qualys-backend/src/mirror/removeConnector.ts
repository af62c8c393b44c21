import type { Knex } from 'knex';
import { storable } from '../database';
import { recount } from './counts';
import { dropReturned } from './heldBack';
import { noteHappenings } from './history';
import { removalsOf, type MirrorNews } from './news';
import { noteGap } from './progress';
import { lockRevision, raiseGeneration, raiseRevision } from './revision';
import type { ConnectorRow } from './row';
import type { ConnectorKey } from './store';

/**
 * Takes a connector out of the mirror that Qualys is known to have no more. A
 * scan that read it before does not bring it back.
 */
export async function removeConnector(
  knex: Knex,
  { subscription, id }: ConnectorKey,
): Promise<MirrorNews | undefined> {
  const at = new Date().toISOString();
  return knex.transaction(async trx => {
    await lockRevision(trx);
    const told = await raiseGeneration(trx, subscription);
    const row: Pick<ConnectorRow, 'provider'> | undefined = await trx(
      'connectors',
    )
      .where({ subscription, connector_id: storable(id) })
      .whereNull('removed_at')
      .first('provider');
    if (!row) return undefined;
    const provider = row.provider as MirrorNews['provider'];
    const revision = await raiseRevision(trx);
    const changes = await removalsOf(trx, subscription, [storable(id)]);
    await noteHappenings(trx, { subscription, at }, changes);
    await trx('connectors')
      .where({ subscription, connector_id: storable(id) })
      .update({ removed_at: at, revision, told });
    // Where it was held back, nobody has to decide about it any more.
    await dropReturned(trx, { subscription, provider });
    await recount(trx, { subscription, provider });
    await noteGap(trx, { subscription, provider });
    return { subscription, provider, revision, at, changes };
  });
}
