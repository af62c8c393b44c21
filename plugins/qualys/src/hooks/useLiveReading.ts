import { useCallback, useEffect, useRef, useState } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { usePageVisible } from './usePageVisible';
import type { QualysQuery } from './useQualysQuery';
import { useVisibleInterval } from './useVisibleInterval';

/** The least time between the beginnings of two readings (in milliseconds). */
const READ_EVERY = 1_000;

export interface LiveReadingOptions<Message> {
  /** The signal channel that says when there is something new. */
  channel: string;
  /** Whether a message is about what is read; all are unless given. The same each time. */
  isAbout?: (message: Message) => boolean;
  /** How often to look when nothing is heard (in milliseconds); `null` for never. */
  pollEvery: number | null;
}

/**
 * Keeps what was read up to date.
 *
 * It is read again when the backend says that there is something new. Not every
 * portal has signals, and they can be lost, so it is also read when nothing was
 * heard for a while. It is never read twice at the same time, nor while nobody
 * can see the page: what was missed then is read when somebody looks again.
 *
 * @returns reads it again as soon as nothing is under way
 */
export function useLiveReading<Message extends object>(
  query: Pick<QualysQuery<unknown>, 'loading' | 'retry'>,
  options: LiveReadingOptions<Message>,
): { readNow: () => void } {
  const { loading, retry } = query;
  const { channel, isAbout, pollEvery } = options;
  const signals = useApiHolder().get(signalApiRef);
  const visible = usePageVisible();
  const [outdated, setOutdated] = useState(false);
  const readAt = useRef(0);

  useEffect(() => {
    if (loading) readAt.current = Date.now();
  }, [loading]);

  useEffect(() => {
    // Each message counts: of two that come together, one may be about something else.
    const heard = signals?.subscribe<any>(channel, (message: Message) => {
      if (isAbout?.(message) ?? true) setOutdated(true);
    });
    return () => heard?.unsubscribe();
  }, [signals, channel, isAbout]);

  useVisibleInterval(() => {
    const age = Date.now() - readAt.current;
    if (age >= (pollEvery ?? 0) - READ_EVERY) setOutdated(true);
  }, pollEvery);

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

  const readNow = useCallback(() => {
    // Whoever asked for it does not wait for the next turn.
    readAt.current = 0;
    setOutdated(true);
  }, []);
  return { readNow };
}
