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
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
  }
  return knex;
}
