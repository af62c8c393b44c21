import { useCallback, useEffect, useState } from 'react';
import { beginReading, type Reading } from './beginReading';

/** Something that is read from the backend, and how that went. */
export interface QualysQuery<T> extends Omit<Reading<T>, 'readBy'> {
  /** Reads again. */
  retry: () => void;
}

/**
 * Reads from the backend whenever `load` changes, and ends a request that
 * nobody waits for any more.
 *
 * @param load - must be memoized
 */
export function useQualysQuery<T>(
  load: (signal: AbortSignal) => Promise<T>,
): QualysQuery<T> {
  const [{ value, error, loading }, setReading] = useState<Reading<T>>({
    loading: true,
  });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => beginReading(load, setReading), [load, attempt]);

  const retry = useCallback(() => setAttempt(count => count + 1), []);
  return { value, error, loading, retry };
}
