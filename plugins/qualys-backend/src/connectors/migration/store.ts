import type { Knex } from 'knex';
import { z } from 'zod';
import { storable } from '../../database';
import type { ConnectorKey } from '../../mirror';

const schema = z.object({
  /** The external ID that the connector had. */
  from: z.string(),
  /** The one that was made for it. */
  to: z.string(),
  /** Who made it, as an entity reference. */
  by: z.string(),
  /** When it was made (ISO 8601, UTC). */
  at: z.string(),
  /** The last time that Qualys was told to read the account with it. */
  ran: z
    .object({
      at: z.string(),
      /** When Qualys had read the account last, before. */
      lastSyncedOn: z.string().optional(),
      /** The state that Qualys told afterwards, or before where nothing was heard since. */
      reportedState: z.string().optional(),
    })
    .optional(),
});

/** The migration of an external ID that is under way. */
export type Migration = z.infer<typeof schema>;

/** The migrations of external IDs that are under way, in the plugin's database. */
export interface MigrationStore {
  get(key: ConnectorKey): Promise<Migration | undefined>;
  /** Those of some connectors, by their ids, of one subscription or several. */
  getMany(
    keys: readonly ConnectorKey[],
  ): Promise<(ConnectorKey & { migration: Migration })[]>;
  put(key: ConnectorKey, migration: Migration): Promise<void>;
  /**
   * It has come to its end.
   *
   * @param only - removed only while it is still this one
   */
  remove(key: ConnectorKey, only?: Migration): Promise<void>;
}

interface Row {
  subscription: string;
  connector_id: string;
  state: string;
}

/** Opens them. */
export function createMigrationStore(knex: Knex): MigrationStore {
  const whereOf = ({ subscription, id }: ConnectorKey) => ({
    subscription,
    connector_id: storable(id),
  });
  const getMany: MigrationStore['getMany'] = async keys => {
    if (keys.length === 0) return [];
    const rows = await knex<Row>('external_id_migrations').whereIn(
      ['subscription', 'connector_id'],
      keys.map(key => Object.values(whereOf(key)) as [string, string]),
    );
    return rows.map(({ subscription, connector_id: id, state }) => ({
      subscription,
      id,
      migration: schema.parse(JSON.parse(state)),
    }));
  };
  return {
    getMany,
    get: async key => (await getMany([key]))[0]?.migration,
    async put(key, migration) {
      await knex('external_id_migrations')
        .insert({
          ...whereOf(key),
          state: storable(JSON.stringify(migration)),
        })
        .onConflict(['subscription', 'connector_id'])
        .merge(['state']);
    },
    async remove(key, only) {
      await knex('external_id_migrations')
        .where({
          ...whereOf(key),
          ...(only && { state: storable(JSON.stringify(only)) }),
        })
        .delete();
    },
  };
}
