import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Problem, SyncRun } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type { RunHistory } from '../mirror';

/** How a run ended. */
export type RunEnd = Pick<
  SyncRun,
  | 'outcome'
  | 'calls'
  | 'seen'
  | 'added'
  | 'changed'
  | 'removed'
  | 'heldBack'
  | 'problem'
>;

/** The record of the syncs. */
export interface SyncRuns extends RunHistory {
  /**
   * Begins a run. Any other run of the subscription that is not ended is
   * dead, since the scheduler lets one go at a time.
   *
   * @returns the id of the run
   */
  begin(subscription: string, trigger: string): Promise<string>;
  end(id: string, end: RunEnd): Promise<void>;
  /** Closes the runs that a process left behind when it died. */
  closeDead(subscription: string, timeoutSeconds: number): Promise<void>;
  /** The latest runs of a subscription, newest first. */
  latest(subscription: string, limit: number): Promise<SyncRun[]>;
  /** Keeps in mind who asked for the next run. */
  wish(subscription: string, by: string): Promise<void>;
  /** Takes what was kept in mind: who asked for the run that begins now. */
  takeWish(subscription: string): Promise<string | undefined>;
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
  problem: string | null;
}

const KEPT_RUNS = 100;

// A wish that no run took up by then is none any more.
const WISH_LIFETIME_MS = 60 * 60 * 1000;

const DIED: Problem = {
  code: 'internal',
  message:
    'The backend ended in the middle of this sync; what it had not read is as it was, and the next sync reads everything again',
};

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
    ...(row.problem !== null && {
      problem: JSON.parse(row.problem) as Problem,
    }),
  };
}

function now(): string {
  return new Date().toISOString();
}

/** Opens the record of the syncs in the plugin's database. */
export function createSyncRuns(knex: Knex): SyncRuns {
  const instance = `${hostname()}:${process.pid}`;

  const abandon = (runs: Knex.QueryBuilder) =>
    runs.where('outcome', 'running').update({
      outcome: 'abandoned',
      ended_at: now(),
      problem: JSON.stringify(DIED),
    });

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
    async begin(subscription, trigger) {
      await abandon(knex('sync_runs').where({ subscription }));
      const id = randomUUID();
      await knex('sync_runs').insert({
        id,
        subscription,
        kind: 'full',
        source: 'cloudView',
        trigger,
        instance,
        started_at: now(),
        outcome: 'running',
      });
      return id;
    },

    async end(id, { heldBack, problem, ...end }) {
      await knex('sync_runs')
        .where({ id })
        .update({
          ...end,
          held_back: heldBack,
          problem: problem ? JSON.stringify(problem) : null,
          ended_at: now(),
        });
      const { subscription } = await knex('sync_runs')
        .where({ id })
        .first('subscription');
      await forget(subscription);
    },

    async closeDead(subscription, timeoutSeconds) {
      const bound = new Date(Date.now() - timeoutSeconds * 1000).toISOString();
      await abandon(
        knex('sync_runs')
          .where({ subscription })
          .where(dead =>
            dead.where('started_at', '<', bound).orWhere({ instance }),
          ),
      );
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

    async takeWish(subscription) {
      const wish = await knex('sync_wishes').where({ subscription }).first();
      await knex('sync_wishes').where({ subscription }).delete();
      const alive =
        wish && Date.now() - Date.parse(wish.wished_at) < WISH_LIFETIME_MS;
      return alive ? wish.wished_by : undefined;
    },
  };
}
