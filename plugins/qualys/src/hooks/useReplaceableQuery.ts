import { useCallback, useRef } from 'react';
import { useQualysQuery, type QualysQuery } from './useQualysQuery';

/** What is read from the backend, and a way to put a newer state in its place. */
export interface ReplaceableQuery<T> extends QualysQuery<T> {
  /** Takes what a change has answered. */
  take: (value: T) => void;
}

/**
 * Reads from the backend as `useQualysQuery` does, and lets the answer of a
 * change take the place of what was read.
 *
 * @param ask - must be memoized
 * @param known - what is known; it is not asked for then
 */
export function useReplaceableQuery<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  known?: T,
): ReplaceableQuery<T> {
  // What is known, or a change has answered; it stands in for the next reading.
  const instead = useRef(known);
  const query = useQualysQuery(
    useCallback(
      async (signal: AbortSignal) => {
        const value = instead.current ?? (await ask(signal));
        instead.current = undefined;
        return value;
      },
      [ask],
    ),
  );
  const { retry } = query;
  const take = useCallback(
    (newer: T) => {
      // Whatever is on its way was asked for before.
      instead.current = newer;
      retry();
    },
    [retry],
  );
  return { ...query, take };
}
