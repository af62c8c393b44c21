import type { SubscriptionConfig } from '../config';
import type { CloudProgress } from '../mirror';
import { readingsNow } from './readings';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const hoursAgo = (hours: number) =>
  new Date(NOW - hours * 3_600_000).toISOString();

const subscription = {
  clouds: ['AWS', 'AZURE', 'GCP'],
  feeds: ['assetManagement', 'cloudView'],
  cloudViewFullSeconds: 6 * 3600,
  schedule: { frequency: { minutes: 30 }, timeout: { minutes: 10 } },
} as unknown as SubscriptionConfig;

function readHoursAgo(hours: number, gap = false): CloudProgress {
  const cloudView = { fullAt: hoursAgo(hours), missing: 0, gap };
  return { AWS: { cloudView }, AZURE: { cloudView }, GCP: { cloudView } };
}

describe('readingsNow', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
  });
  afterEach(() => jest.restoreAllMocks());

  it.each<[string, CloudProgress, 'full' | 'partial']>([
    ['at first', {}, 'full'],
    ['an hour later', readHoursAgo(1), 'partial'],
    ['in the run before the time', readHoursAgo(5.7), 'partial'],
    ['in the run that is nearest to the time', readHoursAgo(5.8), 'full'],
    ['after a gap', readHoursAgo(1, true), 'full'],
  ])('reads CloudView %s', (_name, progress, reading) => {
    const readings = readingsNow(subscription, progress);
    expect(readings.of('cloudView', 'AZURE')).toBe(reading);
    expect(readings.kind).toBe(reading);
    expect(readings.source).toBe('both');
    expect(readings.of('assetManagement', 'AZURE')).toBe('full');
  });

  it('tells each cloud apart', () => {
    const progress = { ...readHoursAgo(1), GCP: {} };
    const readings = readingsNow(subscription, progress);
    expect(readings.of('cloudView', 'GCP')).toBe('full');
    expect(readings.ofAll('cloudView')).toBe('partial');
  });

  it('reads nothing of a feed that is switched off', () => {
    const readings = readingsNow(
      { ...subscription, feeds: ['assetManagement'] },
      readHoursAgo(1),
    );
    expect(readings.of('cloudView', 'AWS')).toBeUndefined();
    expect(readings).toMatchObject({ kind: 'full', source: 'assetManagement' });
  });
});
