import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Where the migrations stand, in the source tree and in the published package. */
export const MIGRATIONS_DIRECTORY = resolvePackagePath(
  'backstage-plugin-qualys-backend',
  'migrations',
);

/**
 * Opens the plugin's database, its schema brought up to date unless the
 * configuration says that somebody else does that (`skipMigrations`).
 */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) await migrate(knex);
  return knex;
}

// Any number that nobody else takes: these are the letters "qualys".
const MIGRATION_LOCK = 0x7175616c7973;

/**
 * Several backends may start at once on a new PostgreSQL. Knex has a lock of
 * its own, but the tables that hold it are created without one: all but one
 * would fail on them.
 */
async function migrate(knex: Knex): Promise<void> {
  const latest = (on: Knex) =>
    on.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
  if (knex.client.config.client !== 'pg') {
    await latest(knex);
    return;
  }
  await knex.transaction(async lock => {
    await lock.raw('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    await latest(knex);
  });
}
