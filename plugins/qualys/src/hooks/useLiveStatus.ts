import { useCallback, useEffect, useRef, useState } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import {
  QUALYS_SYNC_CHANNEL,
  type Status,
  type SyncSignal,
} from 'backstage-plugin-qualys-common';
import { usePageVisible } from './usePageVisible';
import { useQualysStatus } from './useQualysData';
import type { QualysQuery } from './useQualysQuery';
import { useVisibleInterval } from './useVisibleInterval';

/** The least time between the beginnings of two readings (in milliseconds). */
const READ_EVERY = 1_000;
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
 * The subscriptions and how their syncs go, kept up to date.
 *
 * It is read again when the backend says that a sync has begun, come further
 * or ended. Not every portal has signals, and they can be lost, so while a
 * sync runs or is expected it is also read when nothing was heard for a while.
 * It is never read twice at the same time, nor while nobody can see the page:
 * what was missed then is read when somebody looks again.
 */
export function useLiveStatus(): LiveStatus {
  const { value, error, loading, retry } = useQualysStatus();
  const { lastSignal } = useSignal<SyncSignal>(QUALYS_SYNC_CHANNEL);
  const visible = usePageVisible();
  const [outdated, setOutdated] = useState(false);
  const [expectedUntil, setExpectedUntil] = useState(0);
  const readAt = useRef(0);

  useEffect(() => {
    if (loading) readAt.current = Date.now();
  }, [loading]);

  useEffect(() => {
    if (lastSignal) setOutdated(true);
  }, [lastSignal]);

  const running = value?.subscriptions.some(({ runs }) =>
    runs.some(({ outcome }) => outcome === 'running'),
  );
  useVisibleInterval(
    () => {
      const age = Date.now() - readAt.current;
      if (age >= POLL_EVERY - READ_EVERY) setOutdated(true);
      if (Date.now() > expectedUntil) setExpectedUntil(0);
    },
    running || expectedUntil > 0 ? POLL_EVERY : null,
  );

  useEffect(() => {
    if (!outdated || loading || !visible) return undefined;
    const read = () => {
      setOutdated(false);
      retry();
    };
    const wait = readAt.current + READ_EVERY - Date.now();
    if (wait <= 0) {
      read();
      return undefined;
    }
    const timer = setTimeout(read, wait);
    return () => clearTimeout(timer);
  }, [outdated, loading, visible, retry]);

  const onStarted = useCallback(() => {
    setExpectedUntil(Date.now() + START_WITHIN);
    // Whoever asked for it does not wait for the next turn.
    readAt.current = 0;
    setOutdated(true);
  }, []);

  return {
    value,
    error,
    loading,
    retry,
    expecting: expectedUntil > 0,
    onStarted,
  };
}
