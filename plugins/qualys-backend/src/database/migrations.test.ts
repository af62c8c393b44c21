import { testDatabases } from '../__testUtils__/databases';
import { MIGRATIONS_DIRECTORY, openDatabase } from './database';

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

  it.each(databases.eachSupportedId())(
    'leave open requests of the same name as they are, but for how they are found, on %s',
    async id => {
      const knex = await databases.init(id);
      const directory = MIGRATIONS_DIRECTORY;
      const name = '20261127150000_request_names.js';
      await knex.migrate.latest({ directory });
      await knex.migrate.down({ directory, name });
      const request = (nth: number, state: string) => ({
        id: `request-${nth}`,
        state,
        name_key: 'payments',
        created_at: `2026-01-0${nth}T00:00:00.000Z`,
        version: 1,
        subscription: 'main',
        provider: 'AWS',
        create_through: 'assetManagement',
        requester: 'user:default/asker',
        search: '',
        settings: '{}',
        updated_at: '2026-01-09T00:00:00.000Z',
      });
      await knex('connector_requests').insert([
        request(3, 'approved'),
        request(1, 'active'),
        request(2, 'submitted'),
        request(4, 'draft'),
      ]);
      await knex.migrate.up({ directory, name });
      expect(
        await knex('connector_requests').orderBy('id').select('id', 'name_key'),
      ).toEqual([
        { id: 'request-1', name_key: 'payments' },
        { id: 'request-2', name_key: 'payments' },
        { id: 'request-3', name_key: 'payments request-3' },
        { id: 'request-4', name_key: 'payments' },
      ]);
    },
  );

  it.each(databases.eachSupportedId())(
    'are made once where several backends start at once on %s',
    async id => {
      const knex = await databases.init(id);
      const database = { getClient: async () => knex };
      // A SQLite belongs to one backend.
      const backends = id.startsWith('POSTGRES') ? 4 : 1;
      await Promise.all(
        Array.from({ length: backends }, () => openDatabase(database)),
      );
      expect(await knex('mirror_state').select('revision')).toHaveLength(1);
    },
  );

  it('are tried on PostgreSQL where the environment names one', () => {
    expect(databases.supports('POSTGRES_18')).toBe(
      Boolean(process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING),
    );
  });
});
