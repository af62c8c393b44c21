import { testDatabases } from '../databases';
import { useSimulator } from '../simulator';
import { setUpProvisioning, type Provisioning } from './setUp';

type Options = Parameters<typeof setUpProvisioning>[0];

/**
 * What sets up {@link setUpProvisioning | what provisions requests}, each time
 * with a database of its own, beside a simulated Qualys. It ends with the test.
 */
export function useProvisioning() {
  const databases = testDatabases();
  const simulator = useSimulator(0);
  const started: Provisioning[] = [];
  afterEach(async () => {
    for (const each of started.splice(0)) await each.stop();
  });
  return {
    databases,
    simulator,
    start: async (
      database: Parameters<typeof databases.init>[0] = 'SQLITE_3',
      more: Pick<Options, 'keys'> = {},
    ) => {
      const provisioning = await setUpProvisioning({
        knex: await databases.init(database),
        simulator: simulator.current,
        ...more,
      });
      started.push(provisioning);
      return provisioning;
    },
  };
}
