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

/**
 * The databases of one benchmark, as Backstage's configuration of them. They
 * do not wait for the disk, which would be most of what is measured: SQLite is
 * in memory, and PostgreSQL does not flush.
 */
export interface Databases {
  /** New and empty ones, of which that of the Qualys plugin outlives the process. */
  kept(): JsonObject;
  /**
   * New and empty ones.
   *
   * @param kept - those whose database of the Qualys plugin is taken instead
   */
  fresh(kept?: JsonObject): JsonObject;
  remove(): void;
}

function onSqlite(): Databases {
  const folder = mkdtempSync(join(tmpdir(), 'qualys-bench-'));
  let count = 0;
  const inMemory = (plugin = {}) => ({
    client: 'better-sqlite3',
    connection: ':memory:',
    plugin,
  });
  return {
    kept() {
      count += 1;
      const connection = { directory: folder, filename: `${count}.sqlite` };
      return inMemory({ qualys: { connection } });
    },
    fresh: kept => inMemory(kept?.plugin as JsonObject | undefined),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function onPostgres(connection: string): Databases {
  let count = 0;
  const fresh: Databases['fresh'] = kept => {
    count += 1;
    const qualys = { connection: { database: `${kept?.prefix}qualys` } };
    return {
      client: 'pg',
      connection,
      prefix: `bench_${count}_`,
      plugin: kept ? { qualys } : {},
    };
  };
  return {
    fresh,
    kept: () => fresh(),
    // They go with the server, which is there for this benchmark alone.
    remove: () => {},
  };
}

/** Makes databases for a benchmark. */
export function databasesOn(name: DatabaseName): Databases {
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
