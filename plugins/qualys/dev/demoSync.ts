import type {
  ReadingProgress,
  SyncProgress,
  SyncRun,
} from 'backstage-plugin-qualys-common';
import { run } from '../src/__testUtils__/fixtures';
import { feedRun } from '../src/__testUtils__/platformFixtures';

/** What an invented sync reads, and in which seconds of it. */
const READINGS: (Pick<ReadingProgress, 'provider' | 'feed'> & {
  expected?: number;
  from: number;
  to: number;
})[] = [
  {
    provider: 'AWS',
    feed: 'assetManagement',
    expected: 10_000,
    from: 2,
    to: 40,
  },
  { provider: 'AWS', feed: 'cloudView', from: 40, to: 45 },
  {
    provider: 'AZURE',
    feed: 'assetManagement',
    expected: 1_200,
    from: 1,
    to: 14,
  },
  { provider: 'AZURE', feed: 'cloudView', expected: 150, from: 14, to: 30 },
  { provider: 'GCP', feed: 'assetManagement', expected: 300, from: 4, to: 8 },
  { provider: 'GCP', feed: 'cloudView', from: 8, to: 50 },
];
const ENDS_AFTER = 55;

let startedAt = Date.now();
let count = 1;

/** Begins another invented sync, unless one is under way. */
export function startDemoSync(): boolean {
  if (secondsOf() < ENDS_AFTER) return false;
  startedAt = Date.now();
  count += 1;
  return true;
}

/** The invented sync that was begun last, as it is now. */
export function demoSync(): SyncRun {
  const running = secondsOf() < ENDS_AFTER;
  return run({
    id: `demo-${count}`,
    source: 'both',
    trigger: 'user:default/pat',
    startedAt: new Date(startedAt).toISOString(),
    endedAt: running
      ? undefined
      : new Date(startedAt + ENDS_AFTER * 1000).toISOString(),
    outcome: running ? 'running' : 'complete',
    seen: running ? 0 : 11_500,
    added: running ? 0 : 12,
    changed: running ? 0 : 31,
    removed: 0,
    heldBack: running ? 0 : 36,
    progress: running ? progress() : undefined,
    skipped: running ? 0 : 3,
    feeds: running
      ? []
      : [
          feedRun({
            seen: 11_500,
            skipped: 3,
            skippedRecords: [
              {
                provider: 'AWS',
                id: '4711',
                message: 'awsAccountId: expected 12 digits, got "n/a"',
              },
              { provider: 'GCP', message: 'id: missing' },
            ],
          }),
          feedRun({ feed: 'cloudView', kind: 'partial', seen: 150 }),
        ],
  });
}

function secondsOf(): number {
  return (Date.now() - startedAt) / 1000;
}

function progress(): SyncProgress {
  const seconds = secondsOf();
  return {
    at: new Date().toISOString(),
    calls: Math.floor(seconds / 2),
    readings: READINGS.map(({ provider, feed, expected, from, to }) => {
      const part = Math.min(1, Math.max(0, (seconds - from) / (to - from)));
      return {
        provider,
        feed,
        expected,
        read: Math.floor(part * (expected ?? 60)),
        stage:
          (part === 0 && 'waiting') || (part < 1 && 'reading') || 'written',
      };
    }),
  };
}
