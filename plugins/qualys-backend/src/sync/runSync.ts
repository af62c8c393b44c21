import type { EventsService } from '@backstage/plugin-events-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Problem, SyncRun } from 'backstage-plugin-qualys-common';
import type { QualysClients, SubscriptionClient } from '../clients';
import { timeoutSeconds, type SubscriptionConfig } from '../config';
import type { SyncMetrics } from '../metrics';
import type { CloudProgress, MirrorStore } from '../mirror';
import type { NotifyRemovals } from '../removals';
import { announce } from './announce';
import { createFeedFailures, isOfKind } from './failures';
import { outcomeOf, type CloudResult } from './outcome';
import { createSyncReporter } from './progress';
import { readingsNow, type Readings } from './readings';
import type { BegunRun, SyncRuns } from './runs';
import { syncCloud } from './syncCloud';

/** What a sync works with. */
export interface SyncDeps {
  clients: QualysClients;
  events: EventsService;
  logger: LoggerService;
  metrics: SyncMetrics;
  mirror: MirrorStore;
  notifyRemovals: NotifyRemovals;
  runs: SyncRuns;
  /** Lets whoever looks at the syncs know that one has come further. Never throws. */
  signal: (subscription: string) => Promise<void>;
}

// Whether it took as long as it may. The scheduler's clock has started a
// moment before this one.
function isOverTime(
  { schedule }: SubscriptionConfig,
  startedAt: number,
): boolean {
  const seconds = (Date.now() - startedAt) / 1000;
  return seconds >= timeoutSeconds(schedule) * 0.95;
}

function log(logger: LoggerService, run: Omit<SyncRun, 'startedAt'>): void {
  const line = `Sync of ${run.subscription}: ${run.outcome} (${run.kind}); ${run.seen} seen, ${run.added} added, ${run.changed} changed, ${run.removed} removed, ${run.heldBack} held back, ${run.skipped} not understood, ${run.calls} calls`;
  if (run.problem) logger.warn(`${line}. ${run.problem.message}`);
  else logger.info(line);
}

const LOST: Problem = {
  code: 'unavailable',
  message:
    'The backend could not say for too long that it was alive, and gave this sync up; the next one reads everything again',
};

// Roughly how many connectors each reading will bring, where anybody knows.
async function readingsOf(
  { mirror }: SyncDeps,
  { clouds, id, feeds }: SubscriptionConfig,
  readings: Readings,
) {
  const known = await mirror.feedCounts(id);
  return clouds.flatMap(provider =>
    feeds.map(feed => {
      const expected = known.get(provider)?.[feed];
      return {
        provider,
        feed,
        ...(expected && readings.of(feed, provider) === 'full' && { expected }),
      };
    }),
  );
}

async function runOnce(
  deps: SyncDeps,
  client: SubscriptionClient,
  { id, trigger, lease }: BegunRun,
  { progress, readings }: { progress: CloudProgress; readings: Readings },
  taskSignal: AbortSignal,
): Promise<void> {
  const { clients, logger, metrics, mirror, runs, signal: say } = deps;
  const { subscription } = client;
  const startedAt = Date.now();
  // One that goes when the run does, and what listens to it, too.
  const signal = AbortSignal.any([taskSignal, lease.signal]);
  const count = { calls: 0 };
  const failures = createFeedFailures(subscription.feeds);
  const reporter = createSyncReporter({
    readings: await readingsOf(deps, subscription, readings),
    calls: () => count.calls,
    async report(report) {
      await runs.report(id, report);
      await say(subscription.id);
    },
  });
  const sync = {
    mirror,
    logger,
    client,
    readings,
    progress,
    reporter,
    signal,
    guard: lease.guard,
    failures,
  };

  // Side by side: the client's governor keeps them within Qualys' limits.
  const results: CloudResult[] = await clients.counting(count, () =>
    Promise.all(
      subscription.clouds.map(async provider => {
        const result = await syncCloud(sync, provider);
        if (result.applied?.revised) {
          await announce(deps, {
            revision: result.applied.revision,
            subscription: subscription.id,
          });
        }
        return result;
      }),
    ),
  );
  await reporter.stop();

  const end = {
    ...outcomeOf(results, subscription, readings, {
      stopped:
        signal.aborted ||
        failures.reasons().some(error => isOfKind(error, 'aborted')),
      timedOut: isOverTime(subscription, startedAt),
    }),
    calls: count.calls,
    ...(lease.signal.aborted && {
      outcome: 'abandoned' as const,
      problem: LOST,
    }),
  };
  const isOurs = await runs.end(id, end);
  await say(subscription.id);
  if (isOurs) {
    const seconds = (Date.now() - startedAt) / 1000;
    metrics.ended({ ...end, subscription: subscription.id, seconds });
  }
  await deps.notifyRemovals(subscription);
  log(logger, {
    id,
    subscription: subscription.id,
    source: readings.source,
    trigger,
    ...end,
  });
  await mirror.forget();
}

/**
 * Reads the feeds of a subscription into the mirror, and records how it went.
 * Does nothing while another backend does.
 */
export async function runSync(
  deps: SyncDeps,
  client: SubscriptionClient,
  signal: AbortSignal,
): Promise<void> {
  const { subscription } = client;
  const known = await deps.mirror.progress();
  const progress = known.get(subscription.id) ?? {};
  const readings = readingsNow(subscription, progress);
  const run = await deps.runs.begin(subscription.id, readings);
  if (!run) {
    deps.logger.info(
      `${subscription.id} is being synced already, so no other sync begins`,
    );
    return;
  }
  try {
    await runOnce(deps, client, run, { progress, readings }, signal);
  } finally {
    run.lease.release();
  }
}
