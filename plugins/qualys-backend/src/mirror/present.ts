import type { Knex } from 'knex';

/**
 * The connectors that are there: not removed, and of a configured
 * subscription. Those of a subscription that left the configuration are kept,
 * unseen, until it returns.
 *
 * The comparison is no plain one, so that no planner takes the index of the
 * subscription for it: nearly every row passes.
 */
export function present(
  knex: Knex,
  subscriptions: readonly string[],
): Knex.QueryBuilder {
  const rows = knex('connectors').whereNull('removed_at');
  return subscriptions.length === 0
    ? rows.whereRaw('1 = 0')
    : rows.whereRaw(
        `subscription || '' in (${subscriptions.map(() => '?').join(', ')})`,
        [...subscriptions],
      );
}
