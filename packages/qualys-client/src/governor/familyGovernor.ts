import { AsyncResource } from 'node:async_hooks';
import PQueue from 'p-queue';
import type { QualysApiFamily, QualysWaitReason } from '../http';
import { createBudget, type Priority } from './budget';
import { wholeSeconds, type Clock } from './clock';
import type { GovernorSettings } from './limits';
import type { LimitHeaders } from './limitHeaders';
import type {
  QualysLimitSource,
  QualysLimitState,
  QualysRefusal,
} from './limitState';
import { tooLong } from './tooLong';

/** A call that asks for its turn. */
export interface TurnRequest {
  priority: Priority;
  /** Ends the wait; its reason is what the turn fails with. */
  signal: AbortSignal;
  /** How long it may wait. */
  maxWaitMs: number;
}

/** A call whose turn it is. */
export interface Turn {
  /** How long it waited, and for what; undefined where it did not wait. */
  waited?: { ms: number; reason: QualysWaitReason };
  /** Takes in what the headers of its answer say of limits. */
  heard(headers: LimitHeaders): void;
  /**
   * Qualys refused it because there were too many.
   *
   * @param refusal - what the answer says; without `waitSeconds`, the wait is
   *   found by trial
   */
  refused(refusal: {
    status?: number;
    code?: string;
    waitSeconds?: number;
  }): void;
  /** It never came to Qualys, so it was not counted there. */
  notSent(): void;
}

/** The turns of the calls of one family of APIs. */
export interface FamilyGovernor {
  /**
   * Does something when it may be done.
   *
   * @throws Failure `limited` where it would have to wait for too long, and
   *   the reason of the signal where that is aborted before its turn
   */
  inTurn<T>(request: TurnRequest, task: (turn: Turn) => Promise<T>): Promise<T>;
  /** How long a call of this priority would have to wait for budget or a block, as far as can be foreseen. */
  waitMs(priority: Priority): number;
  state(): QualysLimitState;
  /** Calls off the timer. Who waits must be told by its signal. */
  close(): void;
}

/** The waits that are tried after a refusal that names none. */
export interface TrialWaits {
  minDelayMs: number;
  maxDelayMs: number;
}

interface Waiter {
  priority: Priority;
  deadline: number;
  reason: QualysWaitReason;
  /** Takes it out of the queue. */
  leaving: AbortController;
  cleanUps: Array<() => void>;
}

const QUEUE_PRIORITY = { user: 1, background: 0 };

function removeFrom<T>(list: T[], item: T): void {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
}

/**
 * Builds the governor of a family. The queue decides who is next; it is paused
 * whenever the next one may not go, so that a call in the background that must
 * leave the reserve alone never keeps a person waiting.
 */
export function createFamilyGovernor(
  family: QualysApiFamily,
  settings: GovernorSettings,
  { clock, trialWaits }: { clock: Clock; trialWaits: TrialWaits },
): FamilyGovernor {
  const given = settings.families[family];
  const queue = new PQueue({ concurrency: given.concurrency });
  const budget = createBudget(given, settings);
  const waiting: Record<Priority, Waiter[]> = { user: [], background: [] };
  let concurrencySource: QualysLimitSource = given.configured.concurrency
    ? 'configured'
    : 'assumed';
  let blockedUntil = -Infinity;
  let refusedAt = -Infinity;
  let refusals = 0;
  let lastRefusal: QualysRefusal | undefined;
  let callOff: (() => void) | undefined;
  let closed = false;

  function obstacle(
    priority: Priority,
    ahead: number,
  ): { waitMs: number; reason: QualysWaitReason } {
    const now = clock.now();
    const blockedMs = Math.max(0, blockedUntil - now);
    const budgetMs = budget.waitMs(priority, ahead, now);
    const waitMs = Math.max(blockedMs, budgetMs);
    if (blockedMs > 0 && blockedMs === waitMs) {
      return { waitMs, reason: 'blocked' };
    }
    return { waitMs, reason: waitMs > 0 ? 'budget' : 'concurrency' };
  }

  function aheadOf(priority: Priority): number {
    const { user, background } = waiting;
    return user.length + (priority === 'user' ? 0 : background.length);
  }

  function stopWaiting(waiter: Waiter): void {
    removeFrom(waiting[waiter.priority], waiter);
    for (const cleanUp of waiter.cleanUps) cleanUp();
  }

  function giveUp(waiter: Waiter, failure: unknown): void {
    stopWaiting(waiter);
    waiter.leaving.abort(failure);
  }

  // Lets the next one go or holds it, and comes back when that changes.
  function update(): void {
    callOff?.();
    callOff = undefined;
    const next = waiting.user[0] ?? waiting.background[0];
    if (!next || closed) return;
    const { waitMs, reason } = obstacle(next.priority, 0);
    if (waitMs > 0) {
      queue.pause();
      next.reason = reason;
      callOff = clock.after(waitMs, update);
    } else {
      queue.start();
    }
  }

  // Who waits for longer than it may finds out at once.
  function sendAway(): void {
    let ahead = 0;
    queue.pause();
    for (const waiter of [...waiting.user, ...waiting.background]) {
      const { waitMs, reason } = obstacle(waiter.priority, ahead);
      if (clock.now() + waitMs > waiter.deadline) {
        giveUp(waiter, tooLong(reason, waitMs));
      } else {
        if (waitMs > 0) waiter.reason = reason;
        ahead += 1;
      }
    }
    update();
  }

  function hear(headers: LimitHeaders): void {
    const now = clock.now();
    budget.hear(headers, now);
    const { concurrency, toWaitSeconds } = headers;
    if (concurrency !== undefined) {
      const allowed = given.configured.concurrency
        ? Math.min(concurrency, given.concurrency)
        : concurrency;
      concurrencySource = allowed === concurrency ? 'told' : 'configured';
      queue.pause();
      queue.concurrency = allowed;
    }
    if (toWaitSeconds !== undefined) {
      blockedUntil = Math.max(blockedUntil, now + toWaitSeconds * 1000);
    }
    sendAway();
  }

  function trialWaitMs(): number {
    const { minDelayMs, maxDelayMs } = trialWaits;
    const longest = Math.min(minDelayMs * 2 ** (refusals - 1), maxDelayMs);
    return longest * (0.5 + Math.random() / 2);
  }

  function refuse(
    { status, code, waitSeconds }: Parameters<Turn['refused']>[0],
    begunAt: number,
  ): void {
    const now = clock.now();
    // Calls that ran side by side are refused for one and the same reason.
    if (begunAt >= refusedAt) refusals += 1;
    refusedAt = now;
    const waitMs =
      waitSeconds === undefined ? trialWaitMs() : waitSeconds * 1000;
    blockedUntil = Math.max(blockedUntil, now + waitMs);
    lastRefusal = {
      at: new Date().toISOString(),
      ...(status !== undefined && { status }),
      ...(code !== undefined && { code }),
      waitSeconds: wholeSeconds(blockedUntil - now),
    };
    sendAway();
  }

  async function take<T>(
    task: (turn: Turn) => Promise<T>,
    waited: Turn['waited'],
  ): Promise<T> {
    const begunAt = clock.now();
    let counted = true;
    let wasRefused = false;
    budget.begin();
    update();
    try {
      return await task({
        waited,
        heard: hear,
        refused(refusal) {
          wasRefused = true;
          refuse(refusal, begunAt);
        },
        notSent() {
          counted = false;
        },
      });
    } finally {
      if (!wasRefused && begunAt >= refusedAt) refusals = 0;
      budget.end(clock.now(), counted);
      update();
    }
  }

  return {
    inTurn({ priority, signal, maxWaitMs }, task) {
      if (signal.aborted) return Promise.reject(signal.reason);
      const first = obstacle(priority, aheadOf(priority));
      if (first.waitMs > maxWaitMs) {
        return Promise.reject(tooLong(first.reason, first.waitMs));
      }
      const since = clock.now();
      const waiter: Waiter = {
        priority,
        deadline: since + maxWaitMs,
        reason: first.reason,
        leaving: new AbortController(),
        cleanUps: [],
      };
      const onAbort = () => {
        giveUp(waiter, signal.reason);
        update();
      };
      signal.addEventListener('abort', onAbort, { once: true });
      const callOffCap = clock.after(maxWaitMs, () => {
        // Its turn may have come in this very moment.
        update();
        if (!waiting[priority].includes(waiter)) return;
        const { reason, waitMs } = obstacle(priority, 0);
        giveUp(waiter, tooLong(reason, waitMs));
        update();
      });
      waiter.cleanUps.push(callOffCap, () =>
        signal.removeEventListener('abort', onAbort),
      );
      waiting[priority].push(waiter);

      let atOnce = true;
      // Nothing may start before it is known who is next.
      queue.pause();
      // Whichever call makes room for it, its own caller's context holds.
      const context = new AsyncResource('QualysCall');
      const begin = () => {
        stopWaiting(waiter);
        const ms = clock.now() - since;
        return take(task, atOnce ? undefined : { ms, reason: waiter.reason });
      };
      const done = queue.add(() => context.runInAsyncScope(begin), {
        priority: QUEUE_PRIORITY[priority],
        signal: waiter.leaving.signal,
      });
      update();
      atOnce = false;
      return done;
    },
    waitMs: priority => obstacle(priority, aheadOf(priority)).waitMs,
    state() {
      const now = clock.now();
      return {
        family,
        concurrency: queue.concurrency,
        concurrencySource,
        running: budget.running(),
        waiting: {
          user: waiting.user.length,
          background: waiting.background.length,
        },
        ...budget.figures(now),
        ...(blockedUntil > now && {
          blockedUntil: new Date(Date.now() + blockedUntil - now).toISOString(),
        }),
        ...(lastRefusal && { lastRefusal }),
      };
    },
    close() {
      closed = true;
      callOff?.();
      queue.pause();
    },
  };
}
