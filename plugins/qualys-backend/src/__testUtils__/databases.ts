import { TestDatabases } from '@backstage/backend-test-utils';

/**
 * The databases that a test runs on: SQLite, and PostgreSQL where
 * BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING names one.
 */
export function testDatabases(): TestDatabases {
  return TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_18'],
    disableDocker: true,
  });
}
