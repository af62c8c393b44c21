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
 *
 * @param stopped - aborted when the backend ends
 */
export function holdRequest(
  store: Pick<RequestStore, 'release' | 'renew'>,
  lease: RequestLease,
  stopped: AbortSignal,
): Hold {
  const lost = new AbortController();
  let provenAt = performance.now();
  const timer: { beating?: NodeJS.Timeout } = {};

  const lose = () => {
    clearInterval(timer.beating);
    lost.abort(new HoldLostError());
  };
  const isStale = () => performance.now() - provenAt > LOST_AFTER_MS;
  const beat = async () => {
    const sent = performance.now();
    // The database may be back for the next one.
    const isOurs = await store.renew(lease).catch(() => undefined);
    if (isOurs === false || (isOurs === undefined && isStale())) lose();
    else if (isOurs) provenAt = sent;
  };
  timer.beating = setInterval(() => void beat(), BEAT_MS).unref();
  const signal = AbortSignal.any([lost.signal, stopped]);

  return {
    lease,
    signal,
    require() {
      // A process that stood still has missed its beats.
      if (isStale()) lose();
      signal.throwIfAborted();
    },
    async release() {
      clearInterval(timer.beating);
      if (!lost.signal.aborted) await store.release(lease);
    },
  };
}
