import type { Problem } from 'backstage-plugin-qualys-common';
import { CLOUD_PROVIDERS, type CloudProvider } from 'qualys-model';
import { timeoutSeconds, type SubscriptionConfig } from '../config';
import { inWords, problemOf } from '../errors';
import type { ScanCoverage, ScanResult } from '../mirror';
import type { RunEnd } from './runs';

/** How the sync of one cloud went. */
export interface CloudResult {
  provider: CloudProvider;
  seen: number;
  coverage: ScanCoverage;
  error?: unknown;
  /** What it changed in the mirror; missing where nothing could be written. */
  applied?: ScanResult;
}

function driftOf(provider: CloudProvider): Problem {
  return {
    code: 'conflict',
    message: `The list of ${provider} connectors changed while it was read, so nothing was removed; the next sync reads it again`,
  };
}

// One problem for people: that of the first cloud, and what else differs.
function join(problems: { provider: CloudProvider; problem: Problem }[]) {
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

function problemOfRun(
  results: readonly CloudResult[],
  subscription: SubscriptionConfig,
): Problem | undefined {
  const problems = results.flatMap(({ provider, coverage, error }) => {
    if (coverage === 'whole') return [];
    const problem =
      coverage === 'drifted'
        ? driftOf(provider)
        : problemOf(error, subscription);
    return [{ provider, problem }];
  });
  return problems.length > 0 ? join(problems) : undefined;
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
  end: { stopped: boolean; timedOut: boolean },
): Omit<RunEnd, 'calls'> {
  const sum = (of: (result: CloudResult) => number | undefined) =>
    results.reduce((total, result) => total + (of(result) ?? 0), 0);
  const counts = {
    seen: sum(result => result.seen),
    added: sum(result => result.applied?.added),
    changed: sum(result => result.applied?.changed),
    removed: sum(result => result.applied?.removed),
    heldBack: sum(result => result.applied?.heldBack),
  };

  const whole = results.filter(result => result.coverage === 'whole');
  if (whole.length === CLOUD_PROVIDERS.length) {
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
  return {
    ...counts,
    outcome: unfinished,
    problem: problemOfRun(results, subscription),
  };
}
