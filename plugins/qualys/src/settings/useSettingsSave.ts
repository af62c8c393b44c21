import { useCallback, useState } from 'react';
import { toQualysApiError, type QualysApiError } from '../api/QualysApiError';

type Busy = 'saving' | 'looking';

/** A change that is sent, and how that went. */
export interface SettingsSave<State> {
  /** Whether an answer is waited for, so that nothing else can be asked for. */
  sending: boolean;
  /** What is waited for: that a change is saved, or how things stand. */
  busy?: Busy;
  /** Why it was not done, or that it is not known whether it was. */
  error?: QualysApiError;
  /** Whether the error is what came of looking how things stand. */
  looked: boolean;
  /** Whether nobody has asked for what went wrong: it was sent quietly. */
  quiet: boolean;
  /** How things stand now, where they have changed since the form began. */
  conflict?: State;
  /**
   * Sends it; answers the new state, or nothing where it was not done. What
   * goes wrong is forgotten as it begins; where it is sent quietly, without
   * anybody having asked for it, once it is done.
   */
  send: (
    call: () => Promise<State | undefined>,
    options?: { quiet?: boolean },
  ) => Promise<State | undefined>;
  /** Reads how things stand, after a change of which that is not certain; as `send` otherwise. */
  look: (call: () => Promise<State>) => Promise<State | undefined>;
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
  const [busy, setBusy] = useState<Busy>();
  const [problem, setProblem] = useState<{
    error?: QualysApiError;
    conflict?: State;
    looked?: boolean;
    quiet?: boolean;
  }>({});

  const wait = async (
    what: Busy,
    call: () => Promise<State | undefined>,
    quiet = false,
  ) => {
    setBusy(what);
    if (!quiet) setProblem({});
    try {
      const state = await call();
      if (quiet) setProblem({});
      return state;
    } catch (thrown) {
      const error = toQualysApiError(thrown);
      const conflict =
        error.code === 'preconditionFailed'
          ? await readCurrent(error.current)
          : undefined;
      setProblem(
        conflict === undefined
          ? { error, looked: what === 'looking', quiet }
          : { conflict, quiet },
      );
      return undefined;
    } finally {
      setBusy(undefined);
    }
  };

  return {
    sending: busy !== undefined,
    busy,
    looked: false,
    quiet: false,
    ...problem,
    send: (call, { quiet } = {}) => wait('saving', call, quiet),
    look: call => wait('looking', call),
    clear: useCallback(() => setProblem({}), []),
  };
}
