/** What the governor tells time by. */
export interface Clock {
  /** Milliseconds that never go back. */
  now(): number;
  /**
   * Runs something later.
   *
   * @returns what calls it off
   */
  after(ms: number, run: () => void): () => void;
}

// The longest time that a timer can hold.
const LONGEST_MS = 2 ** 31 - 1;

/**
 * The clock of the machine.
 *
 * @param speed - how many milliseconds of this clock go by in one of the machine's
 */
export function machineClock(speed = 1): Clock {
  return {
    now: () => performance.now() * speed,
    after(ms, run) {
      // A timer may fire a little early, and a fraction of a millisecond is lost.
      const timer = setTimeout(
        run,
        Math.min(Math.ceil(ms / speed), LONGEST_MS),
      );
      return () => clearTimeout(timer);
    },
  };
}

/** Milliseconds as seconds, 1 at least, so that who waits for them does not come too early. */
export function wholeSeconds(ms: number): number {
  // Less than a thousandth is the noise of a sum.
  return Math.max(1, Math.ceil(Math.round(ms) / 1000));
}
