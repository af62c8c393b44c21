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

/** How far several readings have come together, from 0 to 1; undefined where nobody knows. */
export function fractionOf(readings: ReadingProgress[]): number | undefined {
  let sum = 0;
  for (const reading of readings) {
    const fraction = fractionOfOne(reading);
    if (fraction === undefined) return undefined;
    sum += fraction;
  }
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
