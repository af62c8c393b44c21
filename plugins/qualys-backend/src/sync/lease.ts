import type { Knex } from 'knex';
import { databaseTime } from '../database';
import type { WriteGuard } from '../mirror';

/** Seconds between two signs of life of a run. */
const BEAT_SECONDS = 10;

/**
 * Seconds without a sign of life after which a run takes itself for lost.
 * Fewer than {@link DEAD_AFTER_SECONDS}, so that a backend that cannot reach
 * the database has stopped before another one begins.
 */
const LOST_AFTER_SECONDS = 45;

/** Seconds without a sign of life after which everybody takes a run for dead. */
export const DEAD_AFTER_SECONDS = 60;

/** What a run that is under way holds: the right to write, until it ends or dies. */
export interface RunLease {
  /** Aborted when the right is lost, since another run may have begun. */
  signal: AbortSignal;
  /**
   * Nobody can take the right away until the transaction ends.
   *
   * @throws LeaseLostError when it has been taken away
   */
  guard: WriteGuard;
  /** Ends the signs of life. */
  release(): void;
}

/** A run may not write, for it was taken for dead. */
export class LeaseLostError extends Error {
  override name = 'LeaseLostError';

  constructor() {
    super(
      'This sync showed no sign of life for too long and was given up, so it writes nothing any more',
    );
  }
}

/** Gives signs of life of a run that has begun, until it is released or lost. */
export function holdLease(knex: Knex, id: string): RunLease {
  const controller = new AbortController();
  let beating: NodeJS.Timeout;
  let deadline: NodeJS.Timeout;
  let isOver = false;

  const release = () => {
    isOver = true;
    clearTimeout(beating);
    clearTimeout(deadline);
  };
  const lose = () => {
    release();
    controller.abort(new LeaseLostError());
  };

  const live = async (db: Knex) => {
    const sent = performance.now();
    const alive = await db('sync_runs')
      .where({ id })
      .whereNull('ended_at')
      .update({ alive_at: databaseTime(db) });
    if (isOver) return;
    if (alive === 0) {
      lose();
      return;
    }
    clearTimeout(deadline);
    const left = LOST_AFTER_SECONDS * 1000 - (performance.now() - sent);
    deadline = setTimeout(lose, left).unref();
  };
  const beat = () => {
    beating = setTimeout(async () => {
      // The database may be back for the next one, before the deadline.
      await live(knex).catch(() => {});
      if (!isOver) beat();
    }, BEAT_SECONDS * 1000).unref();
  };

  deadline = setTimeout(lose, LOST_AFTER_SECONDS * 1000).unref();
  beat();

  return {
    signal: controller.signal,
    release,
    async guard(trx) {
      if (trx.client.config.client === 'pg') {
        // A machine that vanishes leaves its connection, and its locks, behind.
        await trx.raw(
          `select set_config('idle_in_transaction_session_timeout', ?, true)`,
          [`${LOST_AFTER_SECONDS}s`],
        );
      }
      await live(trx);
      controller.signal.throwIfAborted();
    },
  };
}
