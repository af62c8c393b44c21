/* The whole of what faults.test.ts takes a sample of: see there. */
import { FAULT_KINDS } from 'qualys-simulator';
import { LISTS } from './faults/pages';
import { FAULTS, once } from './faults/table';
import { useSetting } from './faults/useSetting';
import { useDatabases } from './portal/databases';

jest.mock('qualys-client', () =>
  jest
    .requireActual('./portal/client')
    .impatient(jest.requireActual('qualys-client')),
);

jest.setTimeout(900_000);

const passing = FAULT_KINDS.map(kind =>
  once(FAULTS.find(fault => fault.kind === kind)!),
);

const databases = useDatabases();

describe('mirror and catalog', () => {
  const setting = useSetting(() => databases.fresh());

  describe.each(LISTS)('at every page of $cloud, $feed', list => {
    it.each([...FAULTS, ...passing].map(fault => [fault.name, fault] as const))(
      'are what was or what is, and heal: %s',
      async (_, fault) => {
        const pages = await setting.meet(list, every => every, fault);
        expect(pages).toBeGreaterThan(1);
      },
    );
  });

  it('are one to whoever asks the catalog', async () => {
    await expect(setting.untilShown()).resolves.toBeUndefined();
  });
});
