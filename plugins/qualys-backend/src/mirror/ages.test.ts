import { mirrorAgeSchema, type SyncRun } from 'backstage-plugin-qualys-common';
import { SUBSCRIPTION as subscription } from '../__testUtils__/subscription';
import type { SubscriptionConfig } from '../config';
import { createMirrorAges } from './ages';
import type { CloudProgress } from './store';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const minutesAgo = (minutes: number) =>
  new Date(NOW - minutes * 60_000).toISOString();

const cron: SubscriptionConfig = {
  ...subscription,
  schedule: { frequency: { cron: '0 4 * * *' }, timeout: { minutes: 10 } },
};
const problem = { code: 'unavailable' as const, message: 'gone' };

function ages(
  of: SubscriptionConfig,
  runs: { complete?: string; last?: SyncRun['outcome'] },
  progress: CloudProgress = {},
  feeds: SyncRun['feeds'] = [],
) {
  const run = {
    feeds,
    outcome: runs.last,
    ...(runs.last !== 'complete' && { problem }),
  } as SyncRun;
  return createMirrorAges({
    subscriptions: [of],
    mirror: { progress: async () => new Map([['main', progress]]) },
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
      feeds: expect.any(Array),
      subscription: 'main',
      title: 'Example Corp',
      stale,
      ...('complete' in runs && { asOf: runs.complete }),
      ...(failing && { problem }),
    });
  });

  describe('of each feed', () => {
    const cloud = (am?: number, cv?: number, cvFull = cv) => ({
      ...(am !== undefined && {
        assetManagement: {
          readAt: minutesAgo(am),
          fullAt: minutesAgo(am),
          missing: 0,
          gap: false,
        },
      }),
      ...(cv !== undefined && {
        cloudView: {
          readAt: minutesAgo(cv),
          fullAt: minutesAgo(cvFull ?? cv),
          missing: 0,
          gap: false,
        },
      }),
    });
    const all = (...of: Parameters<typeof cloud>) => ({
      AWS: cloud(...of),
      AZURE: cloud(...of),
      GCP: cloud(...of),
    });
    const feedsOf = async (progress: CloudProgress) =>
      (await ages(subscription, { last: 'complete' }, progress)())[0].feeds;

    it('is that of the cloud that was read longest ago', async () => {
      const progress = { ...all(5, 10, 100), GCP: cloud(20, 30, 200) };
      await expect(feedsOf(progress)).resolves.toEqual([
        {
          feed: 'assetManagement',
          asOf: minutesAgo(20),
          fullAsOf: minutesAgo(20),
          stale: false,
        },
        {
          feed: 'cloudView',
          asOf: minutesAgo(30),
          fullAsOf: minutesAgo(200),
          stale: false,
        },
      ]);
    });

    it('is none while a cloud has not been read', async () => {
      const [, cloudView] = await feedsOf({ ...all(5, 5), GCP: cloud(5) });
      expect(cloudView).toEqual({ feed: 'cloudView', stale: false });
    });

    it.each([
      ['Asset Management was read long ago', all(71, 5), [true, false]],
      ['CloudView was read long ago', all(5, 71), [false, true]],
      ['CloudView in full is not due', all(5, 5, 360 + 70), [false, false]],
      ['CloudView in full is overdue', all(5, 5, 360 + 71), [false, true]],
    ])('is stale where %s', async (_name, progress, stale) => {
      expect((await feedsOf(progress)).map(feed => feed.stale)).toEqual(stale);
    });

    it('carries why the last run could not read it', async () => {
      const [{ feeds }] = await ages(
        { ...subscription, feeds: ['cloudView'] },
        { last: 'incomplete' },
        {},
        [
          {
            feed: 'cloudView',
            kind: 'full',
            complete: false,
            seen: 0,
            skipped: 0,
            skippedRecords: [],
            problem,
          },
        ],
      )();
      expect(feeds).toEqual([{ feed: 'cloudView', stale: true, problem }]);
    });
  });

  it('is told of those that are asked for and configured', async () => {
    await expect(ages(subscription, {})(['other'])).resolves.toEqual([]);
    await expect(
      ages(subscription, {})(['other', 'main']),
    ).resolves.toHaveLength(1);
  });
});
