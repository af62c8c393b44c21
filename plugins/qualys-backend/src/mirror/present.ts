import type { Knex } from 'knex';

/**
 * Narrows a query to the configured subscriptions. Those that left the
 * configuration are kept, unseen, until they return.
 */
export function ofSubscriptions(
  knex: Knex,
  query: Knex.QueryBuilder,
  subscriptions: readonly string[],
): Knex.QueryBuilder {
  if (subscriptions.length === 0) return query.whereRaw('1 = 0');
  // SQLite would take the index of the subscription, which nearly every row
  // passes, in place of the one of the order; the plus sign forbids it.
  const column =
    knex.client.config.client === 'pg' ? 'subscription' : '+subscription';
  return query.whereRaw(
    `${column} in (${subscriptions.map(() => '?').join(', ')})`,
    [...subscriptions],
  );
}

/** The connectors that are there: not removed, and of a configured subscription. */
export function present(
  knex: Knex,
  subscriptions: readonly string[],
): Knex.QueryBuilder {
  return ofSubscriptions(
    knex,
    knex('connectors').whereNull('removed_at'),
    subscriptions,
  );
}
