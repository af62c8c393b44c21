const COMPACT_AT = 1024;

/** The times of calls in a window that slides. */
export interface Ledger {
  /** Enters a call that ended now. Times never go back. */
  enter(at: number): void;
  /** How many calls ended less than `windowMs` before `now`; forgets the others. */
  count(now: number, windowMs: number): number;
  /**
   * When the `nth` of the oldest calls leaves the window, 1 for the oldest.
   * Undefined where there are fewer.
   */
  leaves(nth: number, windowMs: number): number | undefined;
}

export function createLedger(): Ledger {
  let times: number[] = [];
  let first = 0;

  return {
    enter(at) {
      times.push(at);
    },
    count(now, windowMs) {
      while (first < times.length && times[first] + windowMs <= now) first += 1;
      if (first > COMPACT_AT && first * 2 > times.length) {
        times = times.slice(first);
        first = 0;
      }
      return times.length - first;
    },
    leaves(nth, windowMs) {
      const at = times[first + nth - 1];
      return at === undefined ? undefined : at + windowMs;
    },
  };
}
