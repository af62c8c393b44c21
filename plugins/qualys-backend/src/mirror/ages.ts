import type {
  FeedAge,
  MirrorAge,
  SyncRun,
} from 'backstage-plugin-qualys-common';
import type { CloudProvider } from 'qualys-model';
import {
  intervalSeconds,
  timeoutSeconds,
  type SubscriptionConfig,
} from '../config';
import type { CloudProgress, MirrorStore } from './store';

/**
 * How old the mirror is, for the given subscriptions (all configured ones
 * when none are given). Subscriptions that are not configured are left out.
 */
export type MirrorAges = (
  subscriptions?: readonly string[],
) => Promise<MirrorAge[]>;

/** What the ages are told from. */
export interface RunHistory {
  /** When the last complete scan of each subscription ended (ISO 8601, UTC). */
  lastComplete(): Promise<Map<string, string>>;
  /** The last run of each subscription that has ended. */
  lastEnded(): Promise<Map<string, SyncRun>>;
}

// Two scans may be missed, and the one after them may take its time.
function overdue(
  { schedule }: SubscriptionConfig,
  asOf: string,
  now: number,
): boolean {
  const interval = intervalSeconds(schedule);
  if (interval === undefined) return false;
  const bound = 2 * interval + timeoutSeconds(schedule);
  return now - Date.parse(asOf) > bound * 1000;
}

// The oldest of all clouds that are read; undefined where one was never read.
function oldest(
  clouds: readonly CloudProvider[],
  progress: CloudProgress,
  of: (cloud: NonNullable<CloudProgress['AWS']>) => string | undefined,
): string | undefined {
  const times = clouds.map(provider => of(progress[provider] ?? {}));
  const known = times.filter(time => time !== undefined);
  return known.length === times.length ? known.sort()[0] : undefined;
}

function feedAges(
  subscription: SubscriptionConfig,
  progress: CloudProgress,
  last: SyncRun | undefined,
  now: number,
): FeedAge[] {
  return subscription.feeds.map(feed => {
    const asOf = oldest(
      subscription.clouds,
      progress,
      cloud => cloud[feed]?.readAt,
    );
    const fullAsOf = oldest(
      subscription.clouds,
      progress,
      cloud => cloud[feed]?.fullAt,
    );
    const problem = last?.feeds.find(each => each.feed === feed)?.problem;
    const fullSeconds =
      feed === 'cloudView' ? subscription.cloudViewFullSeconds : 0;
    return {
      feed,
      ...(asOf !== undefined && { asOf }),
      ...(fullAsOf !== undefined && { fullAsOf }),
      stale:
        asOf === undefined || fullAsOf === undefined
          ? problem !== undefined
          : overdue(subscription, asOf, now) ||
            overdue(subscription, fullAsOf, now - fullSeconds * 1000),
      ...(problem && { problem }),
    };
  });
}

/** Tells how old the mirror is. */
export function createMirrorAges(options: {
  subscriptions: readonly SubscriptionConfig[];
  runs: RunHistory;
  mirror: Pick<MirrorStore, 'progress'>;
}): MirrorAges {
  const { runs, mirror } = options;
  return async wanted => {
    const subscriptions = options.subscriptions.filter(
      ({ id }) => !wanted || wanted.includes(id),
    );
    if (subscriptions.length === 0) return [];
    const [complete, ended, progress] = await Promise.all([
      runs.lastComplete(),
      runs.lastEnded(),
      mirror.progress(),
    ]);
    const now = Date.now();
    return subscriptions.map(subscription => {
      const asOf = complete.get(subscription.id);
      const last = ended.get(subscription.id);
      const failing = last !== undefined && last.outcome !== 'complete';
      const plain = intervalSeconds(subscription.schedule) !== undefined;
      return {
        subscription: subscription.id,
        title: subscription.title,
        ...(asOf !== undefined && { asOf }),
        // Without a plain interval nobody knows when the next scan was due.
        stale:
          asOf === undefined || !plain
            ? failing
            : overdue(subscription, asOf, now),
        ...(failing && last.problem && { problem: last.problem }),
        feeds: feedAges(
          subscription,
          progress.get(subscription.id) ?? {},
          last,
          now,
        ),
      };
    });
  };
}
