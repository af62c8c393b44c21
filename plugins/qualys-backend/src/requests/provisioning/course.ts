import type { CallOptions } from 'qualys-client';
import type { RequestProblem } from 'backstage-plugin-qualys-common';
import type { TellRequest } from '../tell';
import type {
  RequestMove,
  RequestPatch,
  RequestRecord,
  RequestStore,
} from '../store';
import { HoldLostError, type Hold } from './hold';
import type { Failure } from './problems';

/** How long is waited in between, in milliseconds. */
export interface ProvisioningTimes {
  /** After a lost answer, before it is looked whether it was done. */
  settleMs: number;
  /** Before a connector that is pending is looked at again, at first and at most. */
  firstLookMs: number;
  longestLookMs: number;
  /** How long a connector may be pending. */
  patienceMs: number;
  /** How long a request may be kept from getting on in one state, whatever by. */
  stuckMs: number;
  /**
   * How long a call may wait for its turn before the request says that it does,
   * and once it has said so: then it has to stand in line with all others, or
   * it would never have its turn.
   */
  silentWaitMs: number;
  knownWaitMs: number;
}

/** What is usual. */
export const PROVISIONING_TIMES: ProvisioningTimes = {
  settleMs: 15_000,
  firstLookMs: 5_000,
  longestLookMs: 60_000,
  patienceMs: 60 * 60_000,
  stuckMs: 24 * 60 * 60_000,
  silentWaitMs: 10_000,
  knownWaitMs: 5 * 60_000,
};

/** The record after a patch, as it will be read again. */
function patched(record: RequestRecord, patch: RequestPatch): RequestRecord {
  const entries = Object.entries({ ...record, ...patch });
  return Object.fromEntries(
    entries.filter(([, value]) => value !== null && value !== undefined),
  ) as unknown as RequestRecord;
}

/** A request on its way, as whoever looks after it writes it down. */
export class Course {
  private now: RequestRecord;

  constructor(
    private readonly deps: {
      store: Pick<RequestStore, 'move' | 'note'>;
      tell: TellRequest;
      /** How long a request that has failed waits for somebody, in milliseconds. */
      expireAfterMs: number;
      times: Pick<
        ProvisioningTimes,
        'knownWaitMs' | 'silentWaitMs' | 'stuckMs'
      >;
    },
    record: RequestRecord,
    readonly hold: Hold,
  ) {
    this.now = record;
  }

  /** The request as it is now. */
  get request(): RequestRecord {
    return this.now;
  }

  /** How Qualys is called: after all that people wait for, and only while this looks after the request. */
  get how(): CallOptions {
    const { knownWaitMs, silentWaitMs } = this.deps.times;
    return {
      priority: 'background',
      signal: this.hold.signal,
      guard: () => this.hold.require(),
      maxWaitMs: this.now.problem ? knownWaitMs : silentWaitMs,
    };
  }

  /** Whether it has said for so long what keeps it from getting on that somebody has to look at it. */
  get isStuck(): boolean {
    const { problem, updatedAt } = this.now;
    const { stuckMs } = this.deps.times;
    return (
      problem !== undefined && Date.now() - Date.parse(updatedAt) >= stuckMs
    );
  }

  /**
   * Writes something down that nobody has to look at again.
   *
   * @throws HoldLostError where somebody else looks after the request by now
   */
  async note(patch: RequestPatch): Promise<void> {
    const { store } = this.deps;
    if (!(await store.note(this.now, patch, this.hold.lease))) {
      throw new HoldLostError();
    }
    this.now = patched(this.now, patch);
  }

  /**
   * Waits for something, and says what for where it takes longer than it may
   * without a word.
   */
  async saying<T>(message: string, what: Promise<T>): Promise<T> {
    const before = this.now;
    const say = async () => {
      await this.note({ problem: { message } });
      if (before.problem?.message !== message) this.deps.tell(this.now, []);
    };
    const timer = setTimeout(
      // Who has lost it learns so elsewhere.
      () => void say().catch(() => {}),
      this.deps.times.silentWaitMs,
    ).unref();
    try {
      return await what;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Goes on, and tells everybody. */
  async move(
    moves: readonly RequestMove[],
    patch: RequestPatch,
  ): Promise<void> {
    const moved = await this.deps.store.move(this.now, moves, patch);
    this.now = moved.record;
    this.deps.tell(moved.record, moved.events);
  }

  /** Ends it for now: somebody has to mend something. */
  async fail(problem: Failure, patch: RequestPatch = {}): Promise<void> {
    const until = new Date(Date.now() + this.deps.expireAfterMs);
    const failing: RequestMove = { action: 'fail', problem };
    await this.move(
      // What has not been begun fails as it is begun.
      this.now.state === 'approved'
        ? [{ action: 'provision' }, failing]
        : [failing],
      {
        ...patch,
        problem,
        nextLookAt: null,
        expiresAt: until.toISOString(),
      },
    );
  }

  /**
   * Lets it be for a while.
   *
   * @param problem - why it does not move, for people; null where all is as usual
   */
  async wait(
    ms: number,
    problem: RequestProblem | null,
    patch: RequestPatch = {},
  ): Promise<void> {
    const before = this.now;
    await this.note({
      ...patch,
      problem,
      nextLookAt: new Date(Date.now() + ms).toISOString(),
    });
    const shown = ({ problem: said, reportedState }: RequestRecord) =>
      JSON.stringify([said?.message, said?.said, reportedState]);
    if (shown(before) !== shown(this.now)) this.deps.tell(this.now, []);
  }
}
