import { configOf } from '../__testUtils__/backendProcess';
import { testDatabases } from '../__testUtils__/databases';
import { killAgainAndAgain } from '../__testUtils__/killAgainAndAgain';
import { sqliteFile } from '../__testUtils__/killings';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(300_000);

const SEED = 20_261_127;

describe('a backend that is killed at random moments of its syncs', () => {
  const databases = testDatabases();
  const simulator = useSimulator(240);

  it('loses nothing, on SQLite', async () => {
    const { config, remove } = await sqliteFile();
    const options = { seed: SEED, times: 10 };
    try {
      await expect(
        killAgainAndAgain(config, simulator.current, options),
      ).resolves.toBeUndefined();
    } finally {
      await remove();
    }
  });

  const onPostgres = databases.supports('POSTGRES_18') ? it : it.skip;
  onPostgres('loses nothing, on PostgreSQL', async () => {
    const config = configOf(await databases.init('POSTGRES_18'));
    await killAgainAndAgain(config, simulator.current, {
      seed: SEED,
      times: 4,
    });
  });
});
