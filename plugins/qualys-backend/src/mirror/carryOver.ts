import type { Knex } from 'knex';

/** A connector that goes by another id than before. */
export interface Renamed {
  from: string;
  to: string;
}

// Each holds one row of a connector.
const OF_ONE = [
  'connector_placements',
  'connector_credentials',
  'external_id_migrations',
] as const;

async function carryOne(
  trx: Knex.Transaction,
  table: (typeof OF_ONE)[number],
  subscription: string,
  { from, to }: Renamed,
): Promise<void> {
  const rowOf = (id: string) =>
    trx(table).where({ subscription, connector_id: id });
  // What was noted under the new id is younger.
  if (await rowOf(to).first('connector_id')) await rowOf(from).delete();
  else await rowOf(from).update({ connector_id: to });
}

async function carryBindings(
  trx: Knex.Transaction,
  subscription: string,
  { from, to }: Renamed,
): Promise<void> {
  const bindings = () =>
    trx('bindings').where({ type: 'connector', subscription });
  for (const binding of await bindings().where({ object_id: from })) {
    const { id, entity_ref, owner, made } = binding;
    const { state, decided_by, decided_at, reason } = binding;
    const same = await bindings()
      .where({ object_id: to, entity_ref, owner })
      .first('id', 'state');
    if (!same) {
      await trx('bindings').where({ id }).update({ object_id: to });
      continue;
    }
    // What somebody has decided about the claim since stays as it was decided.
    if (same.state === 'open') {
      await trx('bindings')
        .where({ id: same.id })
        .update({ made, state, decided_by, decided_at, reason });
    }
    await trx('bindings').where({ id }).delete();
  }
}

/**
 * What the portal keeps of connectors by their ids goes along when they change
 * them: whom they were created for, what they are bound to, when their keys
 * expire, and who has changed what. A connector of Asset Management does when
 * CloudView comes to know it.
 *
 * @param trx - the transaction in which the mirror changes them
 */
export async function carryOver(
  trx: Knex.Transaction,
  subscription: string,
  renamed: readonly Renamed[],
): Promise<void> {
  for (const each of renamed) {
    const { from, to } = each;
    for (const table of OF_ONE) await carryOne(trx, table, subscription, each);
    await carryBindings(trx, subscription, each);
    await trx('settings_history')
      .where({ type: 'connector', subscription, object_id: from })
      .update({ object_id: to });
    await trx('connector_requests')
      .where({ subscription, connector_id: from })
      .update({ connector_id: to });
  }
}
