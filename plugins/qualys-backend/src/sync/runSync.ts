import type { EventsService } from '@backstage/plugin-events-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Problem, SyncRun } from 'backstage-plugin-qualys-common';
import { QualysError, type QualysErrorKind } from 'qualys-client';
import { CLOUD_PROVIDERS, type CloudProvider } from 'qualys-model';
import {
  connectorsOf,
  type QualysClients,
  type SubscriptionClient,
} from '../clients';
import { timeoutSeconds, type SubscriptionConfig } from '../config';
import { describeError } from '../errors';
import type { SyncMetrics } from '../metrics';
import type { MirrorStore, WriteGuard } from '../mirror';
import type { NotifyRemovals } from '../removals';
import { announce } from './announce';
import { outcomeOf, type CloudResult } from './outcome';
import type { BegunRun, SyncRuns } from './runs';
import { scanCloud } from './scanCloud';

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

// What would only go wrong again with the next cloud; repeating a wrong
// password may even lock the user.
function isHopeless(error: unknown): boolean {
  return isOfKind(error, 'authentication', 'limited', 'aborted');
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

async function syncCloud(
  { mirror, logger }: SyncDeps,
  { subscription, qualys }: SubscriptionClient,
  provider: CloudProvider,
  { signal, guard }: { signal: AbortSignal; guard: WriteGuard },
): Promise<CloudResult> {
  const reading = await scanCloud(
    connectorsOf(qualys, provider).list({ signal, priority: 'background' }),
  );
  const { connectors, coverage, error } = reading;
  const result = { provider, seen: connectors.length, coverage, error };
  if (coverage === 'part' && connectors.length === 0) return result;
  try {
    const applied = await mirror.applyScan({
      subscription: subscription.id,
      provider,
      connectors,
      coverage,
      at: new Date(),
      guard,
    });
    return { ...result, applied };
  } catch (failure) {
    logger.error(
      `The ${provider} connectors of ${
        subscription.id
      } could not be written: ${describeError(failure)}`,
    );
    return { ...result, coverage: 'part', error: failure };
  }
}

function log(logger: LoggerService, run: Omit<SyncRun, 'startedAt'>): void {
  const line = `Sync of ${run.subscription}: ${run.outcome}; ${run.seen} seen, ${run.added} added, ${run.changed} changed, ${run.removed} removed, ${run.heldBack} held back, ${run.calls} calls`;
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
  taskSignal: AbortSignal,
): Promise<void> {
  const { clients, logger, metrics, runs } = deps;
  const { subscription } = client;
  const startedAt = Date.now();
  // One that goes when the run does, and what listens to it, too.
  const signal = AbortSignal.any([taskSignal, lease.signal]);
  const count = { calls: 0 };

  const results: CloudResult[] = [];
  await clients.counting(count, async () => {
    for (const provider of CLOUD_PROVIDERS) {
      const result = await syncCloud(deps, client, provider, {
        signal,
        guard: lease.guard,
      });
      results.push(result);
      if (result.applied?.revised) {
        await announce(deps, {
          revision: result.applied.revision,
          subscription: subscription.id,
        });
      }
      if (signal.aborted || isHopeless(result.error)) break;
    }
  });

  const end = {
    ...outcomeOf(results, subscription, {
      stopped:
        signal.aborted ||
        results.some(({ error }) => isOfKind(error, 'aborted')),
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
    kind: 'full',
    source: 'cloudView',
    trigger,
    ...end,
  });
}

/**
 * Reads everything of a subscription into the mirror, and records how it went.
 * Does nothing while another backend does.
 */
export async function runSync(
  deps: SyncDeps,
  client: SubscriptionClient,
  signal: AbortSignal,
): Promise<void> {
  const run = await deps.runs.begin(client.subscription.id);
  if (!run) {
    deps.logger.info(
      `${client.subscription.id} is being synced already, so no other sync begins`,
    );
    return;
  }
  try {
    await runOnce(deps, client, run, signal);
  } finally {
    run.lease.release();
  }
}
