import type { JsonObject } from '@backstage/types';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The databases that the sync is measured on, by the names of the parts. */
export const DATABASES = {
  sqlite: 'SQLite',
  postgresql: 'PostgreSQL',
} as const;

/** One of these names. */
export type DatabaseName = keyof typeof DATABASES;

/** Where the databases of one benchmark lie. */
export interface DatabasePlaces {
  /**
   * Backstage's configuration of new and empty databases, one for each plugin.
   *
   * @param mirror - the databases whose mirror of Qualys is taken instead
   */
  create(mirror?: JsonObject): JsonObject;
  remove(): void;
}

function onSqlite(): DatabasePlaces {
  const folder = mkdtempSync(join(tmpdir(), 'qualys-bench-'));
  let count = 0;
  return {
    create(mirror) {
      count += 1;
      return {
        client: 'better-sqlite3',
        connection: { directory: join(folder, String(count)) },
        plugin: mirror && { qualys: { connection: mirror.connection } },
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function onPostgres(connection: string): DatabasePlaces {
  let count = 0;
  return {
    create(mirror) {
      count += 1;
      return {
        client: 'pg',
        connection,
        prefix: `bench_${count}_`,
        plugin: mirror && {
          qualys: { connection: { database: `${mirror.prefix}qualys` } },
        },
      };
    },
    // They go with the server, which is there for this benchmark alone.
    remove: () => {},
  };
}

/** Makes places for databases. */
export function placesOn(name: DatabaseName): DatabasePlaces {
  if (name === 'sqlite') return onSqlite();
  const postgres =
    process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
  if (!postgres) {
    throw new Error(
      'There is no PostgreSQL. Benchmarks are started with: npm run bench -- NAME',
    );
  }
  return onPostgres(postgres);
}
