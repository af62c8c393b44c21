import type { Knex } from 'knex';
import type { CloudProvider, ConnectorState } from 'qualys-model';
import { present } from './present';
import type { ConnectorCounts } from './store';

/** Counts the connectors of each subscription, in a single query. */
export async function countConnectors(
  knex: Knex,
  subscriptions: readonly string[],
): Promise<Map<string, ConnectorCounts>> {
  const rows: {
    subscription: string;
    state: ConnectorState;
    provider: CloudProvider;
    total: number | string;
  }[] = await present(knex, subscriptions)
    .select('subscription', 'state', 'provider')
    .count('* as total')
    .groupBy('subscription', 'state', 'provider');

  const counts = new Map<string, ConnectorCounts>(
    subscriptions.map(id => [id, { total: 0, byState: {}, byProvider: {} }]),
  );
  for (const { subscription, state, provider, total } of rows) {
    const of = counts.get(subscription);
    if (!of) continue;
    const number = Number(total);
    of.total += number;
    of.byState[state] = (of.byState[state] ?? 0) + number;
    of.byProvider[provider] = (of.byProvider[provider] ?? 0) + number;
  }
  return counts;
}
