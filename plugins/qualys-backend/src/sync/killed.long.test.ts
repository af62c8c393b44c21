import { configOf } from '../__testUtils__/backendProcess';
import { testDatabases } from '../__testUtils__/databases';
import { killAgainAndAgain } from '../__testUtils__/killAgainAndAgain';
import { sqliteFile } from '../__testUtils__/killings';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(600_000);

const SEED = 20_261_128;

describe('a backend that is killed at ten random moments of its syncs', () => {
  const databases = testDatabases();
  const simulator = useSimulator(240);
  // The last one is found dead within two minutes, by itself.
  const options = { seed: SEED, times: 10, isPatient: true };

  it('loses nothing, and leaves no run running, on SQLite', async () => {
    const { config, remove } = await sqliteFile();
    try {
      await expect(
        killAgainAndAgain(config, simulator.current, options),
      ).resolves.toBeUndefined();
    } finally {
      await remove();
    }
  });

  const onPostgres = databases.supports('POSTGRES_18') ? it : it.skip;
  onPostgres(
    'loses nothing, and leaves no run running, on PostgreSQL',
    async () => {
      const config = configOf(await databases.init('POSTGRES_18'));
      await killAgainAndAgain(config, simulator.current, options);
    },
  );
});
