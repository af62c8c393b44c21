import type { Knex } from 'knex';
import { simulated } from './backend';
import {
  configOf,
  startBackendProcess,
  type BackendProcess,
} from './backendProcess';
import { testDatabases } from './databases';
import { useSimulator } from './simulator';

/** Whether there is a PostgreSQL that two backends can share. */
export const onPostgres = () =>
  testDatabases().supports('POSTGRES_18') ? describe : describe.skip;

/** Two backends, each in a process of its own, on a fresh database of PostgreSQL for each test. */
export function useTwoBackends() {
  const databases = testDatabases();
  const simulator = useSimulator(240);
  const backends: BackendProcess[] = [];
  let knex: Knex;

  const start = async () => {
    const backend = await startBackendProcess(configOf(knex), {
      main: {
        ...simulated(simulator.current),
        schedule: {
          frequency: { hours: 1 },
          timeout: { hours: 1 },
          initialDelay: { seconds: 1 },
        },
      },
    });
    backends.push(backend);
    return backend;
  };
  const runsNow = () => knex('sync_runs').select().orderBy('started_at');
  const until = async (condition: () => Promise<boolean>) => {
    while (!(await condition())) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  };
  // As if a minute had gone by since its last sign of life.
  const aMinuteGoesBy = () =>
    knex('sync_runs')
      .whereNull('ended_at')
      .update({ alive_at: new Date(Date.now() - 61_000).toISOString() });
  const slowly = () =>
    simulator.current.control.addFault({
      match: { path: '/azure/connectors' },
      kind: 'slow',
      delayMs: 120_000,
    });
  const connectorsNow = () =>
    knex('connectors').whereNull('removed_at').orderBy('connector_id');

  // Both are up, and one of them is in the middle of a sync.
  const inTheMiddle = async () => {
    slowly();
    // One after the other, since both would make the tables of the database.
    const both = [await start(), await start()];
    await until(async () => (await connectorsNow()).length > 0);
    const [run, ...others] = await runsNow();
    expect(others).toEqual([]);
    const isRunner = ({ pid }: BackendProcess) =>
      run.instance.endsWith(`:${pid}`);
    return {
      run,
      runner: both.find(isRunner)!,
      other: both.find(backend => !isRunner(backend))!,
    };
  };

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_18');
  });
  afterEach(async () => {
    await Promise.all(backends.splice(0).map(backend => backend.kill()));
  });

  return {
    simulator,
    inTheMiddle,
    aMinuteGoesBy,
    until,
    runsNow,
    connectorsNow,
  };
}
