import type {
  CallCount,
  CallHistory,
  CallHistoryQuery,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';

/** The length of a stretch in which calls are counted together. */
export const STRETCH_SECONDS = 15 * 60;

const KEPT_DAYS = 8;

const HOUR_MS = 60 * 60 * 1000;

const COUNTS = ['user', 'background', 'refused'] as const;

/** When the stretch begins that a moment lies in (ISO 8601, UTC). */
export function stretchOf(ms: number): string {
  const stretch = STRETCH_SECONDS * 1000;
  return new Date(Math.floor(ms / stretch) * stretch).toISOString();
}

/** The record of calls over time, of all backends together. */
export interface CallStore {
  /** Adds to what was counted before. */
  add(counts: readonly CallCount[]): Promise<void>;
  /** The calls of the last hours. */
  read(query: CallHistoryQuery): Promise<CallHistory>;
}

/** Opens the record of calls in the plugin's database. */
export function createCallStore(
  knex: Knex,
  subscriptions: readonly { id: string }[],
): CallStore {
  return {
    async add(counts) {
      if (counts.length > 0) {
        await knex('call_counts')
          .insert([...counts])
          .onConflict(['at', 'subscription', 'family'])
          .merge(
            Object.fromEntries(
              COUNTS.map(count => [
                count,
                knex.raw('?? + ??', [
                  `call_counts.${count}`,
                  `excluded.${count}`,
                ]),
              ]),
            ),
          );
      }
      const oldest = Date.now() - KEPT_DAYS * 24 * HOUR_MS;
      await knex('call_counts').where('at', '<', stretchOf(oldest)).delete();
    },

    async read({ hours }) {
      const now = Date.now();
      const from = stretchOf(now - hours * HOUR_MS);
      const items: CallCount[] = await knex('call_counts')
        .where('at', '>=', from)
        .whereIn(
          'subscription',
          subscriptions.map(({ id }) => id),
        )
        .select('at', 'subscription', 'family', ...COUNTS)
        .orderBy(['at', 'subscription', 'family']);
      return {
        from,
        to: stretchOf(now + STRETCH_SECONDS * 1000),
        stretchSeconds: STRETCH_SECONDS,
        items,
      };
    },
  };
}
