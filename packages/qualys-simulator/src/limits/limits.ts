import type { Clock } from '../core/clock';
import {
  DEFAULT_LIMITS,
  withLimits,
  type LimitedFamily,
  type SettledLimit,
  type SimulatorLimits,
} from './options';

/** Why a call may not come in. */
export type Refusal =
  | { reason: 'concurrency'; callsToFinish: number }
  | { reason: 'rate'; secondsToWait: number };

/** What became of a call that asked to come in. */
export interface Admission {
  limit: SettledLimit;
  /** How many calls may still come in this window. */
  remaining: number | null;
  /** How many calls are under way, with this one if it came in. */
  running: number;
  /** How long to wait for the next call, in seconds; 0 where it may come at once. */
  secondsToWait: number;
  /** Why it may not come in; undefined where it did. */
  refusal?: Refusal;
  /** To be called when the call ends; calling it again does nothing. */
  leave(): void;
}

interface Use {
  /** When the calls of the window came, milliseconds since 1970, the oldest first. */
  times: number[];
  running: number;
}

const unused = (): Record<LimitedFamily, Use> => ({
  qps: { times: [], running: 0 },
  fo: { times: [], running: 0 },
  cloudView: { times: [], running: 0 },
  gateway: { times: [], running: 0 },
});

/**
 * How often calls may come, and how often they came. The window slides: what
 * counts are the calls of the last so many seconds of simulated time. A call
 * that is refused does not count.
 *
 * Source: Qualys API Limits; there the number of calls at a time is checked
 * before the number in the window.
 */
export class Limits {
  private readonly atStart: Record<LimitedFamily, SettledLimit>;
  private limits: Record<LimitedFamily, SettledLimit>;
  private uses = unused();

  /**
   * @param input - those that differ from the default
   * @throws ZodError that names the field, where a limit makes no sense
   */
  constructor(private readonly clock: Clock, input: SimulatorLimits = {}) {
    this.atStart = withLimits(DEFAULT_LIMITS, input);
    this.limits = this.atStart;
  }

  /**
   * Changes those that are given.
   *
   * @throws ZodError that names the field, where a limit makes no sense
   */
  set(input: SimulatorLimits): void {
    this.limits = withLimits(this.limits, input);
  }

  /** Goes back to those of the start, and forgets the calls that came. */
  reset(): void {
    this.limits = this.atStart;
    this.uses = unused();
  }

  /** Lets a call in, or says why it may not come. */
  enter(family: LimitedFamily): Admission {
    const limit = this.limits[family];
    const use = this.uses[family];
    const now = this.clock.now();
    const since = now - limit.windowSeconds * 1000;
    while (use.times.length > 0 && use.times[0] <= since) use.times.shift();

    const refusal = this.refusal(limit, use, now);
    if (!refusal) {
      use.times.push(now);
      use.running += 1;
    }
    let isUnderWay = !refusal;
    const { perHour } = limit;
    return {
      limit,
      remaining: perHour && Math.max(0, perHour - use.times.length),
      running: use.running,
      secondsToWait: this.secondsToWait(limit, use, now),
      refusal,
      leave: () => {
        if (isUnderWay) use.running -= 1;
        isUnderWay = false;
      },
    };
  }

  private refusal(
    limit: SettledLimit,
    use: Use,
    now: number,
  ): Refusal | undefined {
    if (limit.concurrency !== null && use.running >= limit.concurrency) {
      const callsToFinish = use.running - limit.concurrency + 1;
      return { reason: 'concurrency', callsToFinish };
    }
    const secondsToWait = this.secondsToWait(limit, use, now);
    return secondsToWait > 0 ? { reason: 'rate', secondsToWait } : undefined;
  }

  private secondsToWait(limit: SettledLimit, use: Use, now: number): number {
    if (limit.perHour === null || use.times.length < limit.perHour) return 0;
    const oldest = use.times[use.times.length - limit.perHour];
    return Math.ceil((oldest + limit.windowSeconds * 1000 - now) / 1000);
  }
}
