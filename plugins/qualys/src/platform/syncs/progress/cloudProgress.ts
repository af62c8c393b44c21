import type {
  ReadingProgress,
  SyncProgress,
} from 'backstage-plugin-qualys-common';
import { CLOUD_PROVIDERS, type CloudProvider } from 'qualys-model';

// Of a reading, the part that reading takes; the rest is writing.
const READING_SHARE = 0.9;
const READ = 0.95;

/** How far a sync has come with one cloud. */
export interface CloudProgress {
  provider: CloudProvider;
  /** Each feed of it. */
  readings: ReadingProgress[];
  /** From 0 to 1; missing where nobody knows how much there will be. */
  fraction?: number;
}

/** How far a sync has come with each cloud. */
export function cloudsOf(progress: SyncProgress): CloudProgress[] {
  return CLOUD_PROVIDERS.flatMap(provider => {
    const readings = progress.readings.filter(
      reading => reading.provider === provider,
    );
    if (readings.length === 0) return [];
    return [{ provider, readings, fraction: fractionOf(readings) }];
  });
}

/**
 * How far several readings have come together at least, from 0 to 1; undefined
 * where nobody knows. Of a reading whose length nobody knows nothing counts
 * before it is done.
 */
export function fractionOf(readings: ReadingProgress[]): number | undefined {
  const fractions = readings.map(fractionOfOne);
  const sum = fractions.reduce<number>((all, one) => all + (one ?? 0), 0);
  if (sum === 0 && fractions.includes(undefined)) return undefined;
  return sum / Math.max(1, readings.length);
}

function fractionOfOne(reading: ReadingProgress): number | undefined {
  const { stage, read, expected } = reading;
  switch (stage) {
    case 'waiting':
      return 0;
    case 'read':
      return READ;
    case 'written':
      return 1;
    default: {
      if (!expected) return stage === 'failed' ? 0 : undefined;
      return READING_SHARE * Math.min(1, read / expected);
    }
  }
}
