import { startSimulator, type Simulator } from 'qualys-simulator';

/** A simulated Qualys that ends with the tests of the file. */
export function useSimulator(connectors: number): { current: Simulator } {
  const holder = {} as { current: Simulator };
  beforeAll(async () => {
    holder.current = await startSimulator({ connectors, seed: 7 });
  });
  beforeEach(() => holder.current.control.reset());
  afterAll(() => holder.current.stop());
  return holder;
}
