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
  // How often it was found out of date, and up to which of those it was read.
  // What is heard at the very moment of a reading counts again.
  const [heard, setHeard] = useState(0);
  const answered = useRef(0);
  const readAt = useRef(0);
  const hear = useCallback(() => setHeard(count => count + 1), []);

  useEffect(() => {
    if (loading) readAt.current = Date.now();
  }, [loading]);

  useEffect(() => {
    // Each message counts: of two that come together, one may be about something else.
    const subscription = signals?.subscribe<any>(
      channel,
      (message: Message) => {
        if (isAbout?.(message) ?? true) hear();
      },
    );
    return () => subscription?.unsubscribe();
  }, [signals, channel, isAbout, hear]);

  useVisibleInterval(() => {
    const age = Date.now() - readAt.current;
    if (age >= (pollEvery ?? 0) - READ_EVERY) hear();
  }, pollEvery);

  useEffect(() => {
    if (heard === answered.current || loading || !visible) return undefined;
    const read = () => {
      answered.current = heard;
      retry();
    };
    const wait = readAt.current + READ_EVERY - Date.now();
    if (wait <= 0) {
      read();
      return undefined;
    }
    const timer = setTimeout(read, wait);
    return () => clearTimeout(timer);
  }, [heard, loading, visible, retry]);

  const readNow = useCallback(() => {
    // Whoever asked for it does not wait for the next turn.
    readAt.current = 0;
    hear();
  }, [hear]);
  return { readNow };
}
