import type { SubscriptionStatus } from 'backstage-plugin-qualys-common';

type Counts = SubscriptionStatus['connectors'];

/** The connectors of several subscriptions together. */
export function sumOf(subscriptions: SubscriptionStatus[]): Counts {
  const counts = subscriptions.map(({ connectors }) => connectors);
  return {
    total: counts.reduce((sum, { total }) => sum + total, 0),
    byState: sumByKey(counts.map(({ byState }) => byState)),
    byProvider: sumByKey(counts.map(({ byProvider }) => byProvider)),
  };
}

function sumByKey<K extends string>(
  all: Partial<Record<K, number>>[],
): Partial<Record<K, number>> {
  const sum: Partial<Record<K, number>> = {};
  for (const counts of all) {
    for (const key of Object.keys(counts) as K[]) {
      sum[key] = (sum[key] ?? 0) + (counts[key] ?? 0);
    }
  }
  return sum;
}
