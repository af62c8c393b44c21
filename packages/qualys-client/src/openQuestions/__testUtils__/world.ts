import {
  startSimulator,
  type Simulator,
  type SimulatorBehaviours,
} from 'qualys-simulator';
import { FAST } from '../../__testUtils__/server';
import { createQualysClient, type QualysClient } from '../../client';

export type Dialect = 'json' | 'xml';

/** A platform that behaves in one of the possible ways, and a client of it. */
export interface World extends Simulator {
  client: QualysClient;
}

// Neither side holds calls back here: there are many, and limits are no question.
const UNLIMITED = { perHour: 1_000_000, concurrency: 100 };

/** A platform for the tests of a file, which each of them finds empty. */
export function setUpWorld() {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({ connectors: 0 });
  });
  afterAll(() => simulator.stop());

  return {
    /** Does something on a platform that behaves so, in a dialect. */
    async where(
      behaviours: Partial<SimulatorBehaviours>,
      dialect: Dialect,
      act: (world: World) => Promise<void>,
    ): Promise<void> {
      const { control, urls, credentials } = simulator;
      control.reset();
      control.setLimits({ gateway: { perHour: null, concurrency: null } });
      control.setBehaviours(behaviours);
      const client = createQualysClient({
        urls,
        credentials,
        dialect,
        retries: FAST,
        limits: {
          families: {
            qps: UNLIMITED,
            cloudView: UNLIMITED,
            gateway: UNLIMITED,
          },
        },
      });
      try {
        await act({ ...simulator, client });
      } finally {
        await client.close();
      }
    },
  };
}
