import { startSimulator, type Simulator } from 'qualys-simulator';
import { FAULTS } from './__testUtils__/faults';
import { leavingNothing, runCell } from './__testUtils__/runCell';
import { VERBS, type Verb } from './__testUtils__/verbs';

describe('every verb', () => {
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await startSimulator({ connectors: 0 });
  });
  afterAll(() => simulator.stop());

  it.each(FAULTS.map(fault => [fault.name, fault] as const))(
    'ends as documented, in time, with nothing sent twice and nothing left open: %s',
    async (_, fault) => {
      const complaints: string[] = [];
      const meet = (verb: Verb) => async () => {
        complaints.push(...(await runCell(simulator, verb, fault)));
      };
      for (const verb of VERBS) await leavingNothing(meet(verb));
      expect(complaints).toEqual([]);
    },
    600_000,
  );
});
