import type { RequestLease, RequestStore } from '../store';

/** Between two signs of life, in milliseconds. */
const BEAT_MS = 15_000;

/**
 * Without a sign of life for so long, whoever looks after a request takes it
 * for lost: before anybody else can take it.
 */
const LOST_AFTER_MS = 45_000;

/** Somebody else may look after the request by now. */
export class HoldLostError extends Error {
  override name = 'HoldLostError';

  constructor() {
    super('The request showed no sign of life for too long, and is left alone');
  }
}

/** A moment by two clocks: the one may stand still with the machine, the other may be set. */
export interface Moment {
  steady: number;
  wall: number;
}

/** The present. */
export function thisMoment(): Moment {
  return { steady: performance.now(), wall: Date.now() };
}

/** Milliseconds since a moment, by whichever clock says more. */
function elapsedMs({ steady, wall }: Moment): number {
  return Math.max(performance.now() - steady, Date.now() - wall);
}

/** A request that is looked after here, as long as that is so. */
export interface Hold {
  lease: RequestLease;
  /** Aborted when it is so no more. */
  signal: AbortSignal;
  /**
   * To be called right before something that must not be done twice.
   *
   * @throws HoldLostError where somebody else may look after it by now
   */
  require(): void;
  /** Ends it, and lets others look after it. */
  release(): Promise<void>;
}

/**
 * Gives signs of life of a request that was leased, until it is released.
 * Where they do not get through, it is lost in time, whether the database
 * answers, refuses, or hangs.
 *
 * @param of.leasedAt - a moment before it was leased
 * @param of.stopped - aborted when the backend ends
 */
export function holdRequest(
  store: Pick<RequestStore, 'release' | 'renew'>,
  lease: RequestLease,
  of: { leasedAt: Moment; stopped: AbortSignal },
): Hold {
  const lost = new AbortController();
  let provenAt = of.leasedAt;
  const timers: { beating?: NodeJS.Timeout; losing?: NodeJS.Timeout } = {};

  const rest = () => {
    clearInterval(timers.beating);
    clearTimeout(timers.losing);
  };
  const lose = () => {
    rest();
    lost.abort(new HoldLostError());
  };
  const prove = (at: Moment) => {
    // A sign of life from before may come through after a later one.
    if (lost.signal.aborted || at.steady < provenAt.steady) return;
    provenAt = at;
    clearTimeout(timers.losing);
    timers.losing = setTimeout(
      lose,
      Math.max(0, LOST_AFTER_MS - elapsedMs(provenAt)),
    ).unref();
  };
  const beat = async () => {
    const sent = thisMoment();
    // The database may be back for the next one.
    const isOurs = await store.renew(lease).catch(() => undefined);
    if (isOurs === false) lose();
    else if (isOurs) prove(sent);
  };
  timers.beating = setInterval(() => void beat(), BEAT_MS).unref();
  prove(of.leasedAt);
  const signal = AbortSignal.any([lost.signal, of.stopped]);

  return {
    lease,
    signal,
    require() {
      // In a process that stood still, no timer has gone off yet.
      if (elapsedMs(provenAt) >= LOST_AFTER_MS) lose();
      signal.throwIfAborted();
    },
    async release() {
      rest();
      if (!lost.signal.aborted) await store.release(lease);
    },
  };
}
