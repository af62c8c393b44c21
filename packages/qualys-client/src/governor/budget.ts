import type { FamilySettings, GovernorSettings } from './limits';
import type { LimitHeaders } from './limitHeaders';
import type { QualysLimitSource } from './limitState';
import { createLedger } from './ledger';

export type Priority = 'user' | 'background';

const HOUR_MS = 3_600_000;
// How often it is asked anew whether others still leave nothing: once a minute
// where the window is an hour.
const BELIEFS_A_WINDOW = 60;

/** The calls of a window: how many are allowed, how many of them are ours, and when there are more. */
export interface Budget {
  /** A call of ours begins. */
  begin(): void;
  /**
   * A call of ours ended.
   *
   * @param counted - whether Qualys may have counted it
   */
  end(now: number, counted: boolean): void;
  /** Takes in what an answer says. */
  hear(headers: LimitHeaders, now: number): void;
  /**
   * How long until a call can be made that has `ahead` others before it, 0
   * where it can be made now.
   */
  waitMs(priority: Priority, ahead: number, now: number): number;
  /** How many calls run now. */
  running(): number;
  figures(now: number): {
    windowSeconds: number;
    windowLimit: number;
    windowSource: QualysLimitSource;
    budget: number;
    reserved: number;
    used: number;
    remaining: number;
    remainingOfAll?: number;
  };
}

export function createBudget(
  family: FamilySettings,
  { share, reserve }: Pick<GovernorSettings, 'share' | 'reserve'>,
): Budget {
  const ledger = createLedger();
  let running = 0;
  let limit = family.perHour;
  let windowMs = HOUR_MS;
  let source: QualysLimitSource = family.configured.perHour
    ? 'configured'
    : 'assumed';
  // By how much others went beyond their part, and what was left to all, when
  // it was last told.
  let told: { overuse: number; remaining: number; at: number } | undefined;

  const ours = () => Math.max(1, Math.floor(limit * share));
  const reserved = () => {
    const budget = ours();
    return Math.min(budget - 1, Math.floor(budget * reserve));
  };
  const capOf = (priority: Priority) =>
    priority === 'user' ? ours() : ours() - reserved();
  const usedAt = (now: number) => ledger.count(now, windowMs) + running;

  const beliefEnds = () => (told ? told.at + windowMs / BELIEFS_A_WINDOW : 0);
  const overuseAt = (now: number) =>
    told && now < beliefEnds() ? told.overuse : 0;

  // Until `over` calls of ours have left the window.
  const untilFreed = (over: number, now: number) =>
    over > 0 ? (ledger.leaves(over, windowMs) ?? now + windowMs) - now : 0;

  function configuredLimit(window: number): number {
    return Math.max(1, Math.floor((family.perHour * window) / HOUR_MS));
  }

  return {
    begin() {
      running += 1;
    },
    end(now, counted) {
      running -= 1;
      if (counted) ledger.enter(now);
    },
    hear(headers, now) {
      const { limit: toldLimit, windowSeconds, remaining } = headers;
      if (toldLimit !== undefined) {
        windowMs = windowSeconds ? windowSeconds * 1000 : windowMs;
        limit = family.configured.perHour
          ? Math.min(toldLimit, configuredLimit(windowMs))
          : toldLimit;
        source = limit === toldLimit ? 'told' : 'configured';
      }
      if (remaining !== undefined) {
        // Whether the answer knows of calls that run besides its own is open;
        // they are not taken for those of others only once they have ended.
        const known = usedAt(now) - Math.max(0, running - 1);
        const all = toldLimit ?? limit;
        const others = all - remaining - known;
        const overuse = Math.max(0, others - (all - ours()));
        told = { overuse, remaining, at: now };
      }
    },
    waitMs(priority, ahead, now) {
      const over = usedAt(now) + ahead + 1 - capOf(priority);
      const overuse = overuseAt(now);
      const alone = untilFreed(over, now);
      if (overuse === 0) return alone;
      return Math.min(
        untilFreed(over + overuse, now),
        Math.max(alone, beliefEnds() - now),
      );
    },
    running: () => running,
    figures(now) {
      const used = usedAt(now);
      const believed = told && now < told.at + windowMs ? told : undefined;
      return {
        windowSeconds: windowMs / 1000,
        windowLimit: limit,
        windowSource: source,
        budget: ours(),
        reserved: reserved(),
        used,
        remaining: Math.max(0, ours() - used - overuseAt(now)),
        remainingOfAll: believed?.remaining,
      };
    },
  };
}
