import { testDatabases } from '../__testUtils__/databases';
import { MIGRATIONS_DIRECTORY } from './database';

jest.setTimeout(60_000);

describe('the migrations', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'go up, down and up again on %s',
    async id => {
      const knex = await databases.init(id);
      const directory = MIGRATIONS_DIRECTORY;

      await knex.migrate.latest({ directory });
      expect(await knex('mirror_state').select('revision')).toHaveLength(1);
      await expect(knex('connectors').select()).resolves.toEqual([]);

      await knex.migrate.rollback({ directory }, true);
      await expect(knex.schema.hasTable('connectors')).resolves.toBe(false);
      await expect(knex.schema.hasTable('sync_runs')).resolves.toBe(false);

      await knex.migrate.latest({ directory });
      await expect(knex('sync_runs').select()).resolves.toEqual([]);
    },
  );

  it('are tried on PostgreSQL where the environment names one', () => {
    expect(databases.supports('POSTGRES_18')).toBe(
      Boolean(process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING),
    );
  });
});
