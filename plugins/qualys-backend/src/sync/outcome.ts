import type {
  FeedRun,
  Problem,
  QualysFeed,
  SkippedRecord,
} from 'backstage-plugin-qualys-common';
import type { CloudProvider } from 'qualys-model';
import { timeoutSeconds, type SubscriptionConfig } from '../config';
import { FEED_NAMES, problemOf, inWords } from '../errors';
import type { ScanCoverage, ScanResult } from '../mirror';
import type { Readings } from './readings';
import type { RunEnd } from './runs';

// So many records that could not be understood are told of one by one.
const MAX_SKIPPED_NAMED = 20;

/** How the reading of one feed of one cloud went. */
export interface FeedOutcome {
  feed: QualysFeed;
  seen: number;
  /** What could not be understood. */
  skipped: SkippedRecord[];
  coverage: ScanCoverage;
  /** How many it does not show any more though the other feed does: kept, since they are too many. */
  kept?: number;
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

function isComplete({ coverage, kept }: FeedOutcome): boolean {
  return (coverage === 'whole' || coverage === 'newest') && !kept;
}

function driftOf(provider: CloudProvider): Problem {
  return {
    code: 'conflict',
    message: `The list of ${provider} connectors changed while it was read, so nothing was removed; the next sync reads it again`,
  };
}

function unclearOf(provider: CloudProvider): Problem {
  return {
    code: 'unexpectedAnswer',
    message: `Among the ${provider} connectors are records of which not even the id could be understood, so nothing was removed: any connector that is missing may be one of them`,
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

function lossOf(
  provider: CloudProvider,
  kept: number,
  { id }: SubscriptionConfig,
  feed: QualysFeed,
): Problem {
  const of = `qualys.subscriptions.${id}`;
  return {
    code: 'conflict',
    message: `${kept} ${provider} connectors are not shown here any more that the other feed still shows, as after a change of the rights of the portal’s user; what was said of them is kept. Give the rights back, switch the feed off with ${of}.feeds.${feed}, or let as many go at once with ${of}.removals`,
  };
}

function problemOfFeed(
  provider: CloudProvider,
  { coverage, error, feed, kept }: FeedOutcome,
  subscription: SubscriptionConfig,
): Problem {
  if (kept) return lossOf(provider, kept, subscription, feed);
  if (coverage === 'drifted') return driftOf(provider);
  if (coverage === 'unclear') return unclearOf(provider);
  return problemOf(error, subscription, feed);
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
      return [
        { provider, problem: problemOfFeed(provider, outcome, subscription) },
      ];
    }),
  );
  const skipped = outcomes.flatMap(({ outcome }) => outcome.skipped);
  const complete =
    outcomes.length === subscription.clouds.length &&
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
    skipped: skipped.length,
    skippedRecords: skipped.slice(0, MAX_SKIPPED_NAMED),
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
    skipped: feeds.reduce((total, feed) => total + feed.skipped, 0),
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
