import { setTimeout as pause } from 'node:timers/promises';
import type {
  QualysFeed,
  ReadingProgress,
  SyncProgress,
} from 'backstage-plugin-qualys-common';
import type { CloudProvider } from 'qualys-model';

/** Which reading of a sync: of one feed of one cloud. */
export interface ReadingKey {
  provider: CloudProvider;
  feed: QualysFeed;
}

/** Keeps how far a sync has come, and lets others know. */
export interface SyncReporter {
  /** Notes how far a reading has come. */
  note(
    key: ReadingKey,
    change: Partial<Omit<ReadingProgress, keyof ReadingKey>>,
  ): void;
  /** Ends the reports; waits for the one that is under way. */
  stop(): Promise<void>;
}

/** Often enough to look alive, and seldom enough to cost nothing. */
const REPORT_EVERY_MS = 1000;

/**
 * Reports how far a sync has come: at most once a second, one report at a
 * time, and never such that the sync waits for it or fails with it.
 *
 * @param options - `readings`: those that the sync makes; `calls`: how many
 * calls it has made; `report`: stores a report and lets others know
 */
export function createSyncReporter(options: {
  readings: readonly (ReadingKey & Pick<ReadingProgress, 'expected'>)[];
  calls: () => number;
  report: (progress: SyncProgress) => Promise<void>;
}): SyncReporter {
  const readings: ReadingProgress[] = options.readings.map(reading => ({
    ...reading,
    stage: 'waiting',
    read: 0,
  }));
  const ended = new AbortController();
  let isDue = true;

  const send = async () => {
    isDue = false;
    try {
      await options.report({
        at: new Date().toISOString(),
        calls: options.calls(),
        readings: readings.map(reading => ({ ...reading })),
      });
    } catch {
      // The next one may get through; a sync without reports is one all the same.
    }
  };
  const reporting = async () => {
    while (!ended.signal.aborted) {
      if (isDue) await send();
      await pause(REPORT_EVERY_MS, undefined, {
        signal: ended.signal,
        ref: false,
      }).catch(() => {});
    }
  };
  const reports = reporting();

  return {
    note({ provider, feed }, change) {
      const reading = readings.find(
        each => each.provider === provider && each.feed === feed,
      );
      if (!reading) return;
      Object.assign(reading, change);
      isDue = true;
    },
    async stop() {
      ended.abort();
      await reports;
    },
  };
}
