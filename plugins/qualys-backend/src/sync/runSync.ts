import type { EventsService } from '@backstage/plugin-events-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Problem,
  QualysFeed,
  SyncRun,
} from 'backstage-plugin-qualys-common';
import { QualysError, type QualysErrorKind } from 'qualys-client';
import { CLOUD_PROVIDERS } from 'qualys-model';
import type { QualysClients, SubscriptionClient } from '../clients';
import { timeoutSeconds, type SubscriptionConfig } from '../config';
import type { SyncMetrics } from '../metrics';
import type { CloudProgress, MirrorStore } from '../mirror';
import type { NotifyRemovals } from '../removals';
import { announce } from './announce';
import { outcomeOf, type CloudResult } from './outcome';
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
}

function isOfKind(error: unknown, ...kinds: QualysErrorKind[]): boolean {
  return error instanceof QualysError && kinds.includes(error.kind);
}

// What would only go wrong again with the next cloud. Asset Management takes a
// right that holds for all clouds.
function isHopeless(error: unknown, feed: QualysFeed): boolean {
  return (
    isOfKind(error, 'limited') ||
    (feed === 'assetManagement' && isOfKind(error, 'permission')) ||
    isFatal(error)
  );
}

// What would only go wrong again with the other feed, too; repeating a wrong
// password may even lock the user.
function isFatal(error: unknown): boolean {
  return isOfKind(error, 'authentication', 'aborted');
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
  const line = `Sync of ${run.subscription}: ${run.outcome} (${run.kind}); ${run.seen} seen, ${run.added} added, ${run.changed} changed, ${run.removed} removed, ${run.heldBack} held back, ${run.calls} calls`;
  if (run.problem) logger.warn(`${line}. ${run.problem.message}`);
  else logger.info(line);
}

const LOST: Problem = {
  code: 'unavailable',
  message:
    'The backend could not say for too long that it was alive, and gave this sync up; the next one reads everything again',
};

async function runOnce(
  deps: SyncDeps,
  client: SubscriptionClient,
  { id, trigger, lease }: BegunRun,
  { progress, readings }: { progress: CloudProgress; readings: Readings },
  taskSignal: AbortSignal,
): Promise<void> {
  const { clients, logger, metrics, mirror, runs } = deps;
  const { subscription } = client;
  const startedAt = Date.now();
  // One that goes when the run does, and what listens to it, too.
  const signal = AbortSignal.any([taskSignal, lease.signal]);
  const count = { calls: 0 };

  const failed = new Map<QualysFeed, unknown>();
  const sync = {
    mirror,
    logger,
    client,
    readings,
    progress,
    signal,
    guard: lease.guard,
    isHopeless,
    isFatal,
    failed,
  };

  const results: CloudResult[] = [];
  await clients.counting(count, async () => {
    for (const provider of CLOUD_PROVIDERS) {
      const result = await syncCloud(sync, provider);
      results.push(result);
      if (result.applied?.revised) {
        await announce(deps, {
          revision: result.applied.revision,
          subscription: subscription.id,
        });
      }
      if (subscription.feeds.every(feed => failed.has(feed))) break;
      if (signal.aborted) break;
    }
  });

  const end = {
    ...outcomeOf(results, subscription, readings, {
      stopped:
        signal.aborted ||
        [...failed.values()].some(error => isOfKind(error, 'aborted')),
      timedOut: isOverTime(subscription, startedAt),
    }),
    calls: count.calls,
    ...(lease.signal.aborted && {
      outcome: 'abandoned' as const,
      problem: LOST,
    }),
  };
  const isOurs = await runs.end(id, end);
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
