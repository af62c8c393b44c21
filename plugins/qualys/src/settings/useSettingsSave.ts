import { useCallback, useState } from 'react';
import { toQualysApiError, type QualysApiError } from '../api/QualysApiError';

/** A change that is sent, and how that went. */
export interface SettingsSave<State> {
  sending: boolean;
  /** Why it was not done, or that it is not known whether it was. */
  error?: QualysApiError;
  /** How things stand now, where they have changed since the form began. */
  conflict?: State;
  /** Sends it; answers the new state, or nothing where it was not done. */
  send: (call: () => Promise<State>) => Promise<State | undefined>;
  /** Forgets what went wrong. */
  clear: () => void;
}

/**
 * Sends changes of settings. Whatever goes wrong is kept to be shown, and
 * nothing is thrown.
 *
 * @param readCurrent - reads the state that an answer carries with which a
 * change was refused; nothing where it cannot be read
 */
export function useSettingsSave<State>(
  readCurrent: (current: unknown) => Promise<State | undefined>,
): SettingsSave<State> {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<{
    error?: QualysApiError;
    conflict?: State;
  }>({});

  const send = async (call: () => Promise<State>) => {
    setSending(true);
    setProblem({});
    try {
      return await call();
    } catch (thrown) {
      const error = toQualysApiError(thrown);
      const conflict =
        error.code === 'preconditionFailed'
          ? await readCurrent(error.current)
          : undefined;
      setProblem(conflict === undefined ? { error } : { conflict });
      return undefined;
    } finally {
      setSending(false);
    }
  };

  return {
    sending,
    ...problem,
    send,
    clear: useCallback(() => setProblem({}), []),
  };
}
