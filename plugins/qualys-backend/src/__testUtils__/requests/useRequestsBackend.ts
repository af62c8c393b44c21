import { testDatabases } from '../databases';
import { useSimulator } from '../simulator';
import { startRequestsBackend, type RequestsBackend } from './backend';

/**
 * What starts backends that people ask for connectors, each with a database of
 * its own, beside a simulated Qualys. They end with the test.
 *
 * @param connectors - how many Qualys has to begin with
 */
export function useRequestsBackend(connectors: number) {
  const databases = testDatabases();
  const [[database]] = databases.eachSupportedId();
  const simulator = useSimulator(connectors);
  const started: RequestsBackend[] = [];
  afterEach(async () => {
    for (const backend of started.splice(0)) await backend.stop();
  });
  return {
    simulator,
    start: async (
      config?: Parameters<typeof startRequestsBackend>[0]['config'],
    ) => {
      const backend = await startRequestsBackend({
        knex: await databases.init(database),
        simulator: simulator.current,
        config,
      });
      started.push(backend);
      return backend;
    },
  };
}
