import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { QualysCallFinished, QualysHooks } from 'qualys-client';

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const WAIT_SECONDS = [0.1, 1, 5, 15, 60, 300, 900];

/** Makes the hooks that count the calls of a subscription's client. */
export function createCallMetrics(
  metrics: MetricsService,
): (subscription: string) => QualysHooks {
  const calls = metrics.createCounter('qualys.api.calls', {
    description: 'Requests to Qualys, each attempt for itself',
    unit: '{call}',
  });
  const durations = metrics.createHistogram('qualys.api.duration', {
    description: 'How long Qualys took to answer a request',
    unit: 's',
    advice: { explicitBucketBoundaries: SECONDS },
  });
  const retries = metrics.createCounter('qualys.api.retries', {
    description: 'Requests to Qualys that went wrong and were tried again',
    unit: '{call}',
  });
  const waits = metrics.createHistogram('qualys.api.waits', {
    description: 'How long requests waited for their turn, where they had to',
    unit: 's',
    advice: { explicitBucketBoundaries: WAIT_SECONDS },
  });

  return subscription => {
    const outcomeOf = ({ errorKind }: QualysCallFinished) => errorKind ?? 'ok';
    return {
      onCallFinished(call) {
        const labels = { subscription, family: call.family };
        calls.add(1, { ...labels, outcome: outcomeOf(call) });
        durations.record(call.durationMs / 1000, labels);
      },
      onCallRetried({ family, errorKind }) {
        retries.add(1, { subscription, family, reason: errorKind });
      },
      onCallWaited({ family, priority, reason, waitMs }) {
        waits.record(waitMs / 1000, { subscription, family, priority, reason });
      },
    };
  };
}
