import { onPostgres, useTwoBackends } from '../__testUtils__/twoBackends';

jest.setTimeout(180_000);

onPostgres()('two backends on one PostgreSQL', () => {
  const {
    simulator,
    inTheMiddle,
    aMinuteGoesBy,
    until,
    runsNow,
    connectorsNow,
  } = useTwoBackends();

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
      { outcome: 'complete', seen: 242 },
    ]);
    expect(await connectorsNow()).toHaveLength(242);

    const { body: afterwards } = await other.syncNow().expect(200);
    expect(afterwards.alreadyRunning).toBe(false);
    await until(async () => (await runsNow()).length === 3);
  });

  it('let one that stood still for too long write nothing when it goes on, and serve the same', async () => {
    const { run, runner, other } = await inTheMiddle();
    runner.signal('SIGSTOP');
    simulator.current.control.clearFaults();
    await aMinuteGoesBy();
    await until(async () => (await runsNow()).at(-1).outcome === 'complete');
    const before = await connectorsNow();

    runner.signal('SIGCONT');
    // It is alive again when it answers.
    await runner.syncNow().expect(200);
    await until(async () => (await runsNow()).length === 3);
    await until(async () => (await runsNow()).at(-1).outcome === 'complete');
    const [first, second] = await runsNow();
    expect(first).toMatchObject({ id: run.id, outcome: 'abandoned', seen: 0 });
    expect(second.instance).toMatch(new RegExp(`:${other.pid}$`));
    const after = await connectorsNow();
    expect(after.map(({ version }) => version)).toEqual(
      before.map(({ version }) => version),
    );

    // Whichever of them is asked.
    const served = await Promise.all(
      [runner, other].map(async backend => {
        const { body } = await backend.get('/connectors?limit=200').expect(200);
        return body;
      }),
    );
    expect(served[0]).toMatchObject({ totalItems: 242 });
    expect(served[0].items).toHaveLength(200);
    expect(served[1]).toEqual(served[0]);
  });
});
