import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { SyncRun } from 'backstage-plugin-qualys-common';

const SECONDS = [1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600];

/** What became of a run. */
export type EndedRun = Pick<
  SyncRun,
  'subscription' | 'outcome' | 'added' | 'changed' | 'removed'
> & { seconds: number };

/** Counts syncs. */
export interface SyncMetrics {
  /** A run has ended, here. */
  ended(run: EndedRun): void;
  /** A run of a backend that died was found, here. */
  died(subscription: string): void;
}

/** Makes what counts syncs. */
export function createSyncMetrics(metrics: MetricsService): SyncMetrics {
  const runs = metrics.createCounter('qualys.sync.runs', {
    description: 'Syncs that have ended, by what became of them',
    unit: '{run}',
  });
  const durations = metrics.createHistogram('qualys.sync.duration', {
    description: 'How long syncs took',
    unit: 's',
    advice: { explicitBucketBoundaries: SECONDS },
  });
  const connectors = metrics.createCounter('qualys.sync.connectors', {
    description:
      'Connectors that syncs added to the mirror, changed or removed',
    unit: '{connector}',
  });

  return {
    ended({ subscription, outcome, seconds, ...counts }) {
      runs.add(1, { subscription, outcome });
      durations.record(seconds, { subscription, outcome });
      for (const change of ['added', 'changed', 'removed'] as const) {
        connectors.add(counts[change], { subscription, change });
      }
    },
    died(subscription) {
      runs.add(1, { subscription, outcome: 'abandoned' });
    },
  };
}
