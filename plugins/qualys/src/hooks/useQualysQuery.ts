import { useCallback, useEffect, useState } from 'react';
import { toQualysApiError, type QualysApiError } from '../api/QualysApiError';

/** Something that is read from the backend, and how that went. */
export interface QualysQuery<T> {
  /**
   * The latest answer, also while a newer one is under way, or where reading
   * the same again has failed.
   */
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
  const [{ value, error, loading }, setState] = useState<
    Omit<QualysQuery<T>, 'retry'> & { readBy?: typeof load }
  >({ loading: true });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    setState(before => ({ ...before, loading: true }));
    load(controller.signal).then(
      answer => {
        if (controller.signal.aborted) return;
        setState({ value: answer, readBy: load, loading: false });
      },
      failure => {
        if (controller.signal.aborted) return;
        setState(before => ({
          // What another question was answered with is no answer to this one.
          ...(before.readBy === load && {
            value: before.value,
            readBy: load,
          }),
          error: toQualysApiError(failure),
          loading: false,
        }));
      },
    );
    return () => controller.abort();
  }, [load, attempt]);

  const retry = useCallback(() => setAttempt(count => count + 1), []);
  return { value, error, loading, retry };
}
