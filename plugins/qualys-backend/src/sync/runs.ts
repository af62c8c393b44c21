import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import {
  TRIGGERED_BY_SCHEDULE,
  type FeedRun,
  type Problem,
  type SyncProgress,
  type SyncRun,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { databaseTime } from '../database';
import type { RunHistory } from '../mirror';
import { DEAD_AFTER_SECONDS, holdLease, type RunLease } from './lease';

/** How a run ended. */
export type RunEnd = Pick<
  SyncRun,
  | 'outcome'
  | 'kind'
  | 'feeds'
  | 'disagreements'
  | 'skipped'
  | 'calls'
  | 'seen'
  | 'added'
  | 'changed'
  | 'removed'
  | 'heldBack'
  | 'problem'
>;

/** A run that has begun. */
export interface BegunRun {
  id: string;
  /** Who asked for it, or that it was the schedule. */
  trigger: string;
  lease: RunLease;
}

/** A run that was taken for dead. */
export interface DeadRun {
  subscription: string;
  /** The backend that ran it, as host:process. */
  instance: string;
}

/** The record of the syncs. */
export interface SyncRuns extends RunHistory {
  /**
   * Begins a run, unless another one of the subscription is under way, in
   * whichever backend. It takes up the wish for one, where there is any, and
   * gives signs of life until its lease is released.
   *
   * @returns undefined where another run is under way
   */
  begin(
    subscription: string,
    reading: Pick<SyncRun, 'kind' | 'source'>,
  ): Promise<BegunRun | undefined>;
  /** Notes how far a run has come. */
  report(id: string, progress: SyncProgress): Promise<void>;
  /**
   * Ends a run.
   *
   * @returns false where it was taken for dead before
   */
  end(id: string, end: RunEnd): Promise<boolean>;
  /** Ends the runs whose backends have died, and names them. */
  abandonDead(subscriptions: readonly string[]): Promise<DeadRun[]>;
  /** Whether a run of the subscription is under way, in whichever backend. */
  isRunning(subscription: string): Promise<boolean>;
  /** The latest runs of a subscription, newest first. */
  latest(subscription: string, limit: number): Promise<SyncRun[]>;
  /** Keeps in mind who asked for the next run. */
  wish(subscription: string, by: string): Promise<void>;
  /** Forgets who asked for the next run. */
  dropWish(subscription: string): Promise<void>;
  /** Those of the subscriptions that somebody asked a run for, but none began in due time. */
  unheardWishes(subscriptions: readonly string[]): Promise<string[]>;
}

interface RunRow {
  id: string;
  subscription: string;
  kind: SyncRun['kind'];
  source: SyncRun['source'];
  trigger: string;
  started_at: string;
  ended_at: string | null;
  outcome: SyncRun['outcome'];
  calls: number;
  seen: number;
  added: number;
  changed: number;
  removed: number;
  held_back: number;
  disagreements: number;
  skipped: number;
  progress: string | null;
  feeds: string | null;
  problem: string | null;
}

const KEPT_RUNS = 100;

// A wish that no run took up by then is none any more.
const WISH_LIFETIME_MS = 60 * 60 * 1000;

// The scheduler looks every five seconds for what is to be done.
const WISH_UNHEARD_MS = 30 * 1000;

const DIED: Problem = {
  code: 'internal',
  message:
    'The backend ended in the middle of this sync; what it had not read is as it was, and the next sync reads everything again',
};

// What was written before anybody counted what was skipped, skipped nothing.
function feedRunsOf(text: string): FeedRun[] {
  const runs = JSON.parse(text) as Partial<FeedRun>[];
  return runs.map(
    run => ({ skipped: 0, skippedRecords: [], ...run } as FeedRun),
  );
}

function toRun(row: RunRow): SyncRun {
  return {
    id: row.id,
    subscription: row.subscription,
    kind: row.kind,
    source: row.source,
    trigger: row.trigger,
    startedAt: row.started_at,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    outcome: row.outcome,
    calls: row.calls,
    seen: row.seen,
    added: row.added,
    changed: row.changed,
    removed: row.removed,
    heldBack: row.held_back,
    disagreements: row.disagreements,
    skipped: row.skipped,
    ...(row.ended_at === null &&
      row.progress !== null && {
        progress: JSON.parse(row.progress) as SyncProgress,
      }),
    feeds: row.feeds === null ? [] : feedRunsOf(row.feeds),
    ...(row.problem !== null && {
      problem: JSON.parse(row.problem) as Problem,
    }),
  };
}

function now(): string {
  return new Date().toISOString();
}

function before(ms: number): string {
  return new Date(Date.now() - ms).toISOString();
}

/** Opens the record of the syncs in the plugin's database. */
export function createSyncRuns(knex: Knex): SyncRuns {
  const instance = `${hostname()}:${process.pid}`;

  const running = (db: Knex, subscriptions: readonly string[]) =>
    db('sync_runs')
      .whereIn('subscription', subscriptions)
      .whereNull('ended_at');

  const abandonDead = async (
    db: Knex,
    subscriptions: readonly string[],
  ): Promise<DeadRun[]> =>
    running(db, subscriptions)
      .where('alive_at', '<', databaseTime(db, DEAD_AFTER_SECONDS))
      .update({
        outcome: 'abandoned',
        ended_at: now(),
        problem: JSON.stringify(DIED),
      })
      .returning(['subscription', 'instance']);

  // The last complete run is kept however old it is: it is the mirror's age.
  const forget = async (subscription: string) => {
    const runs = () => knex('sync_runs').where({ subscription });
    const newest = runs()
      .select('id')
      .orderBy('started_at', 'desc')
      .limit(KEPT_RUNS);
    const complete = runs()
      .select('id')
      .where('outcome', 'complete')
      .orderBy('started_at', 'desc')
      .limit(1);
    await runs()
      .whereNotIn('id', knex.select('id').from(newest.as('newest')))
      .whereNotIn('id', knex.select('id').from(complete.as('complete')))
      .delete();
  };

  return {
    async begin(subscription, { kind, source }) {
      const id = randomUUID();
      const trigger = await knex.transaction(async trx => {
        await abandonDead(trx, [subscription]);
        const wish = await trx('sync_wishes').where({ subscription }).first();
        const isAlive = wish?.wished_at >= before(WISH_LIFETIME_MS);
        const by: string = isAlive ? wish.wished_by : TRIGGERED_BY_SCHEDULE;
        const begun = await trx('sync_runs')
          .insert({
            id,
            subscription,
            kind,
            source,
            trigger: by,
            instance,
            started_at: now(),
            alive_at: databaseTime(trx),
            outcome: 'running',
          })
          // There can be one that is not ended.
          .onConflict()
          .ignore()
          .returning('id');
        if (begun.length === 0) return undefined;
        await trx('sync_wishes').where({ subscription }).delete();
        return by;
      });
      return trigger === undefined
        ? undefined
        : { id, trigger, lease: holdLease(knex, id) };
    },

    async report(id, progress) {
      await knex('sync_runs')
        .where({ id })
        .whereNull('ended_at')
        .update({ progress: JSON.stringify(progress) });
    },

    async end(id, { heldBack, feeds, problem, ...end }) {
      const [run] = await knex('sync_runs')
        .where({ id })
        .whereNull('ended_at')
        .update({
          ...end,
          held_back: heldBack,
          feeds: JSON.stringify(feeds),
          problem: problem ? JSON.stringify(problem) : null,
          progress: null,
          ended_at: now(),
        })
        .returning('subscription');
      if (run) await forget(run.subscription);
      return run !== undefined;
    },

    abandonDead: subscriptions => abandonDead(knex, subscriptions),

    async isRunning(subscription) {
      const run = await running(knex, [subscription]).first('id');
      return run !== undefined;
    },

    async latest(subscription, limit) {
      const rows: RunRow[] = await knex('sync_runs')
        .where({ subscription })
        .orderBy('started_at', 'desc')
        .orderBy('id')
        .limit(limit);
      return rows.map(toRun);
    },

    async lastComplete() {
      const rows: { subscription: string; ended: string }[] = await knex(
        'sync_runs',
      )
        .where('outcome', 'complete')
        .groupBy('subscription')
        .select('subscription')
        .max('ended_at as ended');
      return new Map(rows.map(row => [row.subscription, row.ended]));
    },

    async lastEnded() {
      const last = knex('sync_runs')
        .whereNotNull('ended_at')
        .groupBy('subscription')
        .select('subscription')
        .max('ended_at as ended_at')
        .as('last');
      const rows: RunRow[] = await knex('sync_runs as r')
        .join(last, join =>
          join
            .on('r.subscription', 'last.subscription')
            .andOn('r.ended_at', 'last.ended_at'),
        )
        .select('r.*')
        .orderBy('r.started_at');
      return new Map(rows.map(row => [row.subscription, toRun(row)]));
    },

    async wish(subscription, by) {
      await knex('sync_wishes')
        .insert({ subscription, wished_by: by, wished_at: now() })
        .onConflict('subscription')
        .merge();
    },

    async dropWish(subscription) {
      await knex('sync_wishes').where({ subscription }).delete();
    },

    unheardWishes: subscriptions =>
      knex('sync_wishes')
        .whereIn('subscription', subscriptions)
        .whereBetween('wished_at', [
          before(WISH_LIFETIME_MS),
          before(WISH_UNHEARD_MS),
        ])
        .whereNotIn(
          'subscription',
          running(knex, subscriptions).select('subscription'),
        )
        .pluck('subscription'),
  };
}
