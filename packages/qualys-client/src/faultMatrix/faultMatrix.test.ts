import fc from 'fast-check';
import { startSimulator, type Simulator } from 'qualys-simulator';
import { createQualysClient } from '../client';
import { FAULTS } from './__testUtils__/faults';
import { leavingNothing, runCell } from './__testUtils__/runCell';
import { VERBS, verbsOf } from './__testUtils__/verbs';

const SEED = 20_261_122;
const FAULTS_FOR_EACH_VERB = 2;

// Every verb meets some faults, and every fault meets some verbs.
function sample() {
  const all = fc.shuffledSubarray([...FAULTS], { minLength: FAULTS.length });
  const [faults] = fc.sample(all, { seed: SEED, numRuns: 1 });
  return VERBS.flatMap((verb, index) =>
    Array.from({ length: FAULTS_FOR_EACH_VERB }, (_, n) => ({
      verb,
      fault: faults[(index * FAULTS_FOR_EACH_VERB + n) % faults.length],
    })),
  );
}

describe('a sample of all faults on all verbs', () => {
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await startSimulator({ connectors: 0 });
  });
  afterAll(() => simulator.stop());

  it('knows every verb of the client, and every fault', async () => {
    const { urls, credentials } = simulator;
    const client = createQualysClient({ urls, credentials });
    expect(VERBS.map(({ name }) => name).sort()).toEqual(
      verbsOf(client).sort(),
    );
    await client.close();
    expect(new Set(sample().map(({ fault }) => fault.name))).toEqual(
      new Set(FAULTS.map(({ name }) => name)),
    );
  });

  it('ends as documented, in time, with nothing sent twice and nothing left open', async () => {
    const complaints: string[] = [];
    await leavingNothing(async () => {
      for (const { verb, fault } of sample()) {
        complaints.push(...(await runCell(simulator, verb, fault)));
      }
    });
    expect(complaints).toEqual([]);
  }, 120_000);
});
