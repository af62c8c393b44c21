import { toQualysApiError, type QualysApiError } from '../api/QualysApiError';

/** What is known of something that is read from the backend. */
export interface Reading<T> {
  /**
   * The latest answer, also while a newer one is under way, or where reading
   * the same again has failed.
   */
  value?: T;
  /** What the latest answer was read by. */
  readBy?: (signal: AbortSignal) => Promise<T>;
  /** Why the latest attempt failed. */
  error?: QualysApiError;
  loading: boolean;
}

/**
 * Reads from the backend once.
 *
 * @param load - the same function whenever the same is read
 * @param tell - takes each change to what is known, the first one at once
 * @returns ends the request; nothing is told any more then
 */
export function beginReading<T>(
  load: (signal: AbortSignal) => Promise<T>,
  tell: (change: (before: Reading<T>) => Reading<T>) => void,
): () => void {
  const controller = new AbortController();
  tell(before => ({ ...before, loading: true }));
  load(controller.signal).then(
    value => {
      if (controller.signal.aborted) return;
      tell(() => ({ value, readBy: load, loading: false }));
    },
    error => {
      if (controller.signal.aborted) return;
      tell(before => ({
        // What another question was answered with is no answer to this one.
        ...(before.readBy === load && { value: before.value, readBy: load }),
        error: toQualysApiError(error),
        loading: false,
      }));
    },
  );
  return () => controller.abort();
}
