import { mirrorAgeSchema, type SyncRun } from 'backstage-plugin-qualys-common';
import { DEFAULT_REMOVAL_BOUNDS, type SubscriptionConfig } from '../config';
import { createMirrorAges } from './ages';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const minutesAgo = (minutes: number) =>
  new Date(NOW - minutes * 60_000).toISOString();

const subscription: SubscriptionConfig = {
  id: 'main',
  title: 'Example Corp',
  platform: 'US2',
  urls: { api: '', gateway: '', cloudView: '' },
  credentials: { username: '', password: '' },
  schedule: { frequency: { minutes: 30 }, timeout: { minutes: 10 } },
  removals: DEFAULT_REMOVAL_BOUNDS,
};
const cron: SubscriptionConfig = {
  ...subscription,
  schedule: { frequency: { cron: '0 4 * * *' }, timeout: { minutes: 10 } },
};
const problem = { code: 'unavailable' as const, message: 'gone' };

function ages(
  of: SubscriptionConfig,
  runs: { complete?: string; last?: SyncRun['outcome'] },
) {
  const run = {
    outcome: runs.last,
    ...(runs.last !== 'complete' && { problem }),
  } as SyncRun;
  return createMirrorAges({
    subscriptions: [of],
    runs: {
      lastComplete: async () =>
        new Map(runs.complete ? [['main', runs.complete]] : []),
      lastEnded: async () => new Map(runs.last ? [['main', run]] : []),
    },
  });
}

describe('the age of the mirror', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
  });
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['before the first run', subscription, {}, false],
    ['when the first run failed', subscription, { last: 'failed' }, true],
    [
      'after a run',
      subscription,
      { complete: minutesAgo(10), last: 'complete' },
      false,
    ],
    [
      'when one run failed',
      subscription,
      { complete: minutesAgo(40), last: 'failed' },
      false,
    ],
    [
      'just before two runs are missed',
      subscription,
      { complete: minutesAgo(70), last: 'incomplete' },
      false,
    ],
    [
      'after two runs were missed',
      subscription,
      { complete: minutesAgo(71), last: 'complete' },
      true,
    ],
    [
      'long after the last run of a cron schedule',
      cron,
      { complete: minutesAgo(700), last: 'complete' },
      false,
    ],
    [
      'when the last run of a cron schedule failed',
      cron,
      { complete: minutesAgo(700), last: 'failed' },
      true,
    ],
  ] as const)('%s', async (_name, of, runs, stale) => {
    const [age] = await ages(of, runs)();
    const failing = 'last' in runs && runs.last !== 'complete';
    expect(mirrorAgeSchema.parse(age)).toEqual({
      subscription: 'main',
      title: 'Example Corp',
      stale,
      ...('complete' in runs && { asOf: runs.complete }),
      ...(failing && { problem }),
    });
  });

  it('is told of those that are asked for and configured', async () => {
    await expect(ages(subscription, {})(['other'])).resolves.toEqual([]);
    await expect(
      ages(subscription, {})(['other', 'main']),
    ).resolves.toHaveLength(1);
  });
});
