import { useCallback, useEffect, useState } from 'react';
import { toQualysApiError, type QualysApiError } from '../api/QualysApiError';

/** Something that is read from the backend, and how that went. */
export interface QualysQuery<T> {
  /** The latest answer, also while a newer one is under way or has failed. */
  value?: T;
  /** Why the latest attempt failed. */
  error?: QualysApiError;
  loading: boolean;
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
  const [state, setState] = useState<Omit<QualysQuery<T>, 'retry'>>({
    loading: true,
  });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    setState(before => ({ ...before, loading: true }));
    load(controller.signal).then(
      value => {
        if (!controller.signal.aborted) setState({ value, loading: false });
      },
      error => {
        if (controller.signal.aborted) return;
        setState(before => ({
          value: before.value,
          error: toQualysApiError(error),
          loading: false,
        }));
      },
    );
    return () => controller.abort();
  }, [load, attempt]);

  const retry = useCallback(() => setAttempt(count => count + 1), []);
  return { ...state, retry };
}
