import { onPostgres, useTwoBackends } from '../__testUtils__/twoBackends';

jest.setTimeout(300_000);

onPostgres()('two backends on one PostgreSQL', () => {
  const { simulator, inTheMiddle, until, runsNow, connectorsNow } =
    useTwoBackends();

  it('take over from each other within two minutes', async () => {
    const { run, runner, other } = await inTheMiddle();
    const killedAt = Date.now();
    await runner.kill();
    simulator.current.control.clearFaults();
    await until(async () => (await runsNow()).at(-1).outcome === 'complete');

    expect(Date.now() - killedAt).toBeLessThan(120_000);
    expect(await runsNow()).toMatchObject([
      { id: run.id, outcome: 'abandoned' },
      { instance: expect.stringMatching(`:${other.pid}$`), seen: 242 },
    ]);
    expect(await connectorsNow()).toHaveLength(242);
  });
});
