import { TestDatabases } from '@backstage/backend-test-utils';
import type { PortalDatabases } from './portal';

/**
 * The databases that portals run on: SQLite, and PostgreSQL where
 * BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING names one. To be called
 * once in a file of tests.
 */
export function useDatabases() {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_18'],
    disableDocker: true,
  });
  return {
    ids: databases.eachSupportedId().map(([id]) => id),
    /** Fresh ones for a portal. */
    fresh: async (
      id: ReturnType<typeof databases.eachSupportedId>[number][0] = 'SQLITE_3',
    ): Promise<PortalDatabases> => ({
      qualys: await databases.init(id),
      catalog: await databases.init(id),
    }),
  };
}
