import type { Knex } from 'knex';
import {
  startBackendProcess,
  type BackendProcess,
} from '../__testUtils__/backendProcess';
import { simulated } from '../__testUtils__/backend';
import { testDatabases } from '../__testUtils__/databases';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(180_000);

const databases = testDatabases();
const onPostgres = databases.supports('POSTGRES_18') ? describe : describe.skip;

onPostgres('two backends on one PostgreSQL', () => {
  const simulator = useSimulator(240);
  const backends: BackendProcess[] = [];
  let knex: Knex;

  const start = async () => {
    const backend = await startBackendProcess(knex, {
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
  const mirrored = async () =>
    (await knex('connectors').whereNull('removed_at').select()).length;

  // Both are up, and one of them is in the middle of a sync.
  const inTheMiddle = async () => {
    slowly();
    // One after the other, since both would make the tables of the database.
    const both = [await start(), await start()];
    await until(async () => (await mirrored()) > 0);
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
    await knex.raw('select 1');
  });
  afterEach(async () => {
    await Promise.all(backends.splice(0).map(backend => backend.kill()));
  });

  it('sync one at a time; when one dies, the other takes over', async () => {
    const { run, runner, other } = await inTheMiddle();
    const { body: meanwhile } = await other.syncNow().expect(200);
    expect(meanwhile.alreadyRunning).toBe(true);
    expect(await runsNow()).toHaveLength(1);

    await runner.kill();
    simulator.current.control.clearFaults();
    await aMinuteGoesBy();
    await until(async () => (await runsNow()).at(-1).outcome === 'complete');

    expect(await runsNow()).toMatchObject([
      { id: run.id, outcome: 'abandoned' },
      { outcome: 'complete', seen: 240 },
    ]);
    expect(await mirrored()).toBe(240);

    const { body: afterwards } = await other.syncNow().expect(200);
    expect(afterwards.alreadyRunning).toBe(false);
    await until(async () => (await runsNow()).length === 3);
  });

  it('let one that stood still for too long write nothing when it goes on', async () => {
    const { run, runner, other } = await inTheMiddle();
    runner.signal('SIGSTOP');
    simulator.current.control.clearFaults();
    await aMinuteGoesBy();
    await until(async () => (await runsNow()).at(-1).outcome === 'complete');
    const before = await knex('connectors').select().orderBy('connector_id');

    runner.signal('SIGCONT');
    // It is alive again when it answers.
    await runner.syncNow().expect(200);
    await until(async () => (await runsNow()).length === 3);
    await until(async () => (await runsNow()).at(-1).outcome === 'complete');
    const [first, second] = await runsNow();
    expect(first).toMatchObject({ id: run.id, outcome: 'abandoned', seen: 0 });
    expect(second.instance).toMatch(new RegExp(`:${other.pid}$`));
    const after = await knex('connectors').select().orderBy('connector_id');
    expect(after.map(({ version }) => version)).toEqual(
      before.map(({ version }) => version),
    );
  });
});
