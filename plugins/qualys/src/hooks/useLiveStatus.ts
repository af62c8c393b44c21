import { useCallback, useEffect, useState } from 'react';
import {
  QUALYS_SYNC_CHANNEL,
  type Status,
  type SyncSignal,
} from 'backstage-plugin-qualys-common';
import { useLiveReading } from './useLiveReading';
import { useQualysStatus } from './useQualysData';
import type { QualysQuery } from './useQualysQuery';

/** How often to look while a sync runs and nothing is heard of it (in milliseconds). */
const POLL_EVERY = 5_000;
/** How long after it was asked for a run may need to appear (in milliseconds). */
const START_WITHIN = 30_000;

/** The subscriptions, as they are while syncs come and go. */
export interface LiveStatus extends QualysQuery<Status> {
  /** Whether a sync that was asked for may still have to start. */
  expecting: boolean;
  /** Says that a sync was asked for. */
  onStarted: () => void;
}

/**
 * The subscriptions and how their syncs go, kept up to date: they are read
 * again when the backend says that a sync has begun, come further or ended, and
 * also by themselves while a sync runs or is expected.
 */
export function useLiveStatus(): LiveStatus {
  const query = useQualysStatus();
  const [expectedUntil, setExpectedUntil] = useState(0);
  const expecting = expectedUntil > 0;
  const running = query.value?.subscriptions.some(({ runs }) =>
    runs.some(({ outcome }) => outcome === 'running'),
  );
  const { readNow } = useLiveReading<SyncSignal>(query, {
    channel: QUALYS_SYNC_CHANNEL,
    pollEvery: running || expecting ? POLL_EVERY : null,
  });

  useEffect(() => {
    if (expectedUntil === 0) return undefined;
    const timer = setTimeout(
      () => setExpectedUntil(0),
      expectedUntil - Date.now(),
    );
    return () => clearTimeout(timer);
  }, [expectedUntil]);

  const onStarted = useCallback(() => {
    setExpectedUntil(Date.now() + START_WITHIN);
    readNow();
  }, [readNow]);

  return { ...query, expecting, onStarted };
}
