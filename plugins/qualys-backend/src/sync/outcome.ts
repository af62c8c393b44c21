import type {
  FeedRun,
  Problem,
  QualysFeed,
} from 'backstage-plugin-qualys-common';
import { CLOUD_PROVIDERS, type CloudProvider } from 'qualys-model';
import { timeoutSeconds, type SubscriptionConfig } from '../config';
import { FEED_NAMES, feedProblemOf, inWords } from '../errors';
import type { ScanCoverage, ScanResult } from '../mirror';
import type { Readings } from './readings';
import type { RunEnd } from './runs';

/** How the reading of one feed of one cloud went. */
export interface FeedOutcome {
  feed: QualysFeed;
  seen: number;
  coverage: ScanCoverage;
  error?: unknown;
}

/** How the sync of one cloud went. */
export interface CloudResult {
  provider: CloudProvider;
  /** How many connectors came, through whichever feed. */
  seen: number;
  feeds: FeedOutcome[];
  /** What it changed in the mirror; missing where nothing could be written. */
  applied?: ScanResult;
}

function isComplete({ coverage }: FeedOutcome): boolean {
  return coverage === 'whole' || coverage === 'newest';
}

function driftOf(provider: CloudProvider): Problem {
  return {
    code: 'conflict',
    message: `The list of ${provider} connectors changed while it was read, so nothing was removed; the next sync reads it again`,
  };
}

// One problem for people: that of the first cloud, and what else differs.
function joinClouds(
  problems: { provider: CloudProvider; problem: Problem }[],
): Problem | undefined {
  if (problems.length === 0) return undefined;
  const messages = new Map<string, CloudProvider[]>();
  for (const { provider, problem } of problems) {
    const providers = messages.get(problem.message) ?? [];
    messages.set(problem.message, [...providers, provider]);
  }
  return {
    ...problems[0].problem,
    message: [...messages]
      .map(([message, providers]) => `${providers.join(', ')}: ${message}`)
      .join('. '),
  };
}

function feedRunOf(
  feed: QualysFeed,
  results: readonly CloudResult[],
  subscription: SubscriptionConfig,
  readings: Readings,
): FeedRun {
  const outcomes = results.flatMap(({ provider, feeds }) =>
    feeds
      .filter(each => each.feed === feed)
      .map(outcome => ({ provider, outcome })),
  );
  const problem = joinClouds(
    outcomes.flatMap(({ provider, outcome }) => {
      if (isComplete(outcome)) return [];
      return outcome.coverage === 'drifted'
        ? [{ provider, problem: driftOf(provider) }]
        : [
            {
              provider,
              problem: feedProblemOf(outcome.error, subscription, feed),
            },
          ];
    }),
  );
  const complete =
    outcomes.length === CLOUD_PROVIDERS.length &&
    outcomes.every(({ outcome }) => isComplete(outcome));
  const readInFull = outcomes.every(
    ({ outcome }) => outcome.coverage !== 'newest',
  );
  return {
    feed,
    // A reading of the newest that had to go to the end was one in full.
    kind: complete && readInFull ? 'full' : readings.ofAll(feed) ?? 'full',
    complete,
    seen: outcomes.reduce((total, { outcome }) => total + outcome.seen, 0),
    ...(problem && { problem }),
  };
}

function problemOfRun(feeds: readonly FeedRun[]): Problem | undefined {
  const failed = feeds.flatMap(({ feed, problem }) =>
    problem ? [{ feed, problem }] : [],
  );
  if (failed.length === 0) return undefined;
  return {
    ...failed[0].problem,
    message: failed
      .map(({ feed, problem }) => `${FEED_NAMES[feed]}, ${problem.message}`)
      .join('. '),
  };
}

function stopped(subscription: SubscriptionConfig, timedOut: boolean): Problem {
  const key = `qualys.subscriptions.${subscription.id}.schedule.timeout`;
  return {
    code: 'unavailable',
    message: timedOut
      ? `The sync took longer than ${inWords(
          timeoutSeconds(subscription.schedule),
        )} and was stopped; allow it more with ${key}`
      : 'The backend was shut down in the middle of this sync; the next one reads everything again',
  };
}

/** What became of a run, from what became of each cloud. */
export function outcomeOf(
  results: readonly CloudResult[],
  subscription: SubscriptionConfig,
  readings: Readings,
  end: { stopped: boolean; timedOut: boolean },
): Omit<RunEnd, 'calls'> {
  const sum = (of: (result: CloudResult) => number | undefined) =>
    results.reduce((total, result) => total + (of(result) ?? 0), 0);
  const feeds = subscription.feeds.map(feed =>
    feedRunOf(feed, results, subscription, readings),
  );
  const counts = {
    kind: feeds.some(({ kind }) => kind === 'partial')
      ? ('partial' as const)
      : ('full' as const),
    feeds,
    seen: sum(result => result.seen),
    added: sum(result => result.applied?.added),
    changed: sum(result => result.applied?.changed),
    removed: sum(result => result.applied?.removed),
    heldBack: sum(result => result.applied?.heldBack),
    disagreements: sum(result => result.applied?.disagreements),
  };

  if (feeds.every(({ complete }) => complete)) {
    return { ...counts, outcome: 'complete' };
  }
  const unfinished = results.some(result => result.applied)
    ? 'incomplete'
    : 'failed';
  if (end.stopped) {
    return {
      ...counts,
      outcome: end.timedOut ? unfinished : 'abandoned',
      problem: stopped(subscription, end.timedOut),
    };
  }
  return { ...counts, outcome: unfinished, problem: problemOfRun(feeds) };
}
