import { QualysError } from '../errors';

/** What ends a call early: the caller, the client, or the clock. */
export interface CallScope {
  /** Its reason is always a `QualysError`. */
  readonly signal: AbortSignal;
  /** Rejects when the scope is aborted, and otherwise never settles. */
  readonly aborted: Promise<never>;
  /** How much of the time for the call is left, in milliseconds. */
  leftMs(): number;
  /** Stops the clock: what follows does not use up the time for the call. */
  pause(): void;
  /** Lets the clock go on. */
  resume(): void;
  /** Forgets the call: no timer and no listener stays behind. */
  close(): void;
}

/** Opens a scope for each call, and ends all that are open at once. */
export interface CallScopes {
  open(
    signal: AbortSignal | undefined,
    call: { host: string; totalMs: number },
  ): CallScope;
  abortAll(): void;
}

const closedError = () =>
  new QualysError('aborted', 'The Qualys client is closed.');

export function createCallScopes(): CallScopes {
  const open = new Set<AbortController>();
  let closed = false;

  return {
    open(signal, { host, totalMs }) {
      if (closed) throw closedError();
      const abandoned = () =>
        new QualysError('aborted', 'The call to Qualys was given up.');
      if (signal?.aborted) throw abandoned();

      const controller = new AbortController();
      const onAbort = () => controller.abort(abandoned());
      const onTimeUp = () =>
        controller.abort(
          new QualysError(
            'unavailable',
            `${host} did not answer completely within ${
              totalMs / 1000
            } s, all attempts included. Try again later, or allow more time.`,
          ),
        );
      let leftMs = totalMs;
      let runningSince = performance.now();
      let timer: NodeJS.Timeout | undefined = setTimeout(onTimeUp, leftMs);
      const aborted = new Promise<never>((_, reject) => {
        controller.signal.addEventListener('abort', () =>
          reject(controller.signal.reason),
        );
      });
      aborted.catch(() => {});
      signal?.addEventListener('abort', onAbort, { once: true });
      open.add(controller);

      return {
        signal: controller.signal,
        aborted,
        leftMs: () =>
          timer ? leftMs - (performance.now() - runningSince) : leftMs,
        pause() {
          if (!timer) return;
          clearTimeout(timer);
          timer = undefined;
          leftMs -= performance.now() - runningSince;
        },
        resume() {
          if (timer) return;
          runningSince = performance.now();
          timer = setTimeout(onTimeUp, Math.max(0, leftMs));
        },
        close() {
          clearTimeout(timer);
          signal?.removeEventListener('abort', onAbort);
          open.delete(controller);
        },
      };
    },
    abortAll() {
      closed = true;
      for (const controller of open) controller.abort(closedError());
    },
  };
}
