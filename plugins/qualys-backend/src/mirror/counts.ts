import type { QualysFeed } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type { CloudProvider, ConnectorState } from 'qualys-model';
import { ofSubscriptions, present } from './present';
import type { ConnectorCounts } from './store';

/**
 * Counts the connectors of a subscription, or of one cloud of it, anew. The
 * counts are kept, since counting ten thousand rows takes longer than reading
 * a page of them.
 */
export async function recount(
  trx: Knex.Transaction,
  of: { subscription?: string; provider?: string },
): Promise<void> {
  await trx('connector_counts').where(of).delete();
  await trx
    .from(
      trx.raw('connector_counts (subscription, provider, state, owner, total)'),
    )
    .insert(
      trx('connectors')
        .where(of)
        .whereNull('removed_at')
        .select('subscription', 'provider', 'state', 'owner')
        .count('*')
        .groupBy('subscription', 'provider', 'state', 'owner'),
    );
}

/** How many connectors there are of each subscription. */
export async function readCounts(
  knex: Knex,
  subscriptions: readonly string[],
): Promise<Map<string, ConnectorCounts>> {
  const rows: {
    subscription: string;
    state: ConnectorState;
    provider: CloudProvider;
    total: number;
  }[] = await ofSubscriptions(knex, knex('connector_counts'), subscriptions);

  const counts = new Map<string, ConnectorCounts>(
    subscriptions.map(id => [id, { total: 0, byState: {}, byProvider: {} }]),
  );
  for (const { subscription, state, provider, total } of rows) {
    const of = counts.get(subscription);
    if (!of) continue;
    of.total += total;
    of.byState[state] = (of.byState[state] ?? 0) + total;
    of.byProvider[provider] = (of.byProvider[provider] ?? 0) + total;
  }
  return counts;
}

/** The owners that occur, in alphabetical order. */
export async function readOwners(
  knex: Knex,
  subscriptions: readonly string[],
): Promise<string[]> {
  return ofSubscriptions(knex, knex('connector_counts'), subscriptions)
    .whereNotNull('owner')
    .distinct('owner')
    .orderBy('owner')
    .pluck('owner');
}

/** How many connectors each rule decides about; the empty one where none gives an owner. */
export async function readOwnerRules(
  knex: Knex,
  subscriptions: readonly string[],
): Promise<Map<string, number>> {
  const rows: { owner_rule: string | null; total: number | string }[] =
    await present(knex, subscriptions)
      .select('owner_rule')
      .count('* as total')
      .groupBy('owner_rule');
  return new Map(
    rows.map(({ owner_rule, total }) => [owner_rule ?? '', Number(total)]),
  );
}

/** How many connectors of each cloud of a subscription each feed knew last. */
export async function readFeedCounts(
  knex: Knex,
  subscription: string,
): Promise<Map<CloudProvider, Record<QualysFeed, number>>> {
  const rows: {
    provider: CloudProvider;
    am: number | string;
    cv: number | string;
  }[] = await present(knex, [subscription])
    .select('provider')
    .count({ am: 'am_id', cv: 'cv_checksum' })
    .groupBy('provider');
  return new Map(
    rows.map(({ provider, am, cv }) => [
      provider,
      { assetManagement: Number(am), cloudView: Number(cv) },
    ]),
  );
}
