import {
  syncProgressSchema,
  type SyncProgress,
} from 'backstage-plugin-qualys-common';
import { createSyncReporter } from './progress';

const AWS = { provider: 'AWS', feed: 'cloudView' } as const;

function reporter(report: (progress: SyncProgress) => Promise<void>) {
  return createSyncReporter({
    readings: [
      { ...AWS, expected: 10 },
      { provider: 'GCP', feed: 'cloudView' },
    ],
    calls: () => 7,
    report,
  });
}

async function until(holds: () => boolean) {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 10));
}

describe('the reports of a sync', () => {
  it('begin at once, and follow with what was noted last', async () => {
    const reports: SyncProgress[] = [];
    const { note, stop } = reporter(async progress => {
      reports.push(syncProgressSchema.parse(progress));
    });
    await until(() => reports.length === 1);
    expect(reports[0]).toMatchObject({
      calls: 7,
      readings: [
        { ...AWS, stage: 'waiting', read: 0, expected: 10 },
        { provider: 'GCP', stage: 'waiting', read: 0 },
      ],
    });
    for (let read = 1; read <= 5; read++) note(AWS, { stage: 'reading', read });
    await until(() => reports.length === 2);
    expect(reports[1].readings[0]).toMatchObject({ stage: 'reading', read: 5 });
    await stop();
    note(AWS, { stage: 'written' });
    expect(reports).toHaveLength(2);
  });

  it('never overlap, never break a sync, and are over when it is', async () => {
    let running = 0;
    let most = 0;
    let count = 0;
    const { note, stop } = reporter(async () => {
      running += 1;
      most = Math.max(most, running);
      count += 1;
      await new Promise(resolve => setTimeout(resolve, 30));
      running -= 1;
      throw new Error('the database is busy');
    });
    note(AWS, { read: 1 });
    await until(() => count === 2);
    await stop();
    expect(running).toBe(0);
    expect(most).toBe(1);
  });
});
