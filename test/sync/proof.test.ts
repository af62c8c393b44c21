/*
 * Where few connectors are missing in CloudView, each is asked for by itself. One
 * of which Qualys does not say that there is no such connector stays in mirror
 * and catalog, and goes with the next sync that hears so.
 *
 * CloudView is read alone here, so that nothing else keeps the connector.
 */
import { FAULTS } from './faults/table';
import { useDatabases } from './portal/databases';
import { expectCatalogIsMirror, setUp, type Setting } from './portal/setting';
import { mirroredViews, viewName } from './qualys/views';

jest.mock('qualys-client', () =>
  jest
    .requireActual('./portal/client')
    .impatient(jest.requireActual('qualys-client')),
);

jest.setTimeout(60_000);

const VIEW = viewName('AWS', 'cloudView');
// These do not keep Qualys from saying so: the status tells it, whatever becomes
// of the words.
const HARMLESS = ['slow but in time', 'status 404', 'malformed', 'wrongType'];

const databases = useDatabases();

describe('a connector that is missing and asked for', () => {
  let setting: Setting;
  const control = () => setting.subscription.simulator.control;
  beforeAll(async () => {
    setting = await setUp(
      await databases.fresh(),
      { connectors: 110, pageSize: 300 },
      { feeds: { assetManagement: false } },
      { processing: false },
    );
  });
  beforeEach(async () => {
    control().clearFaults();
    await setting.portal.sync();
  });
  afterAll(() => setting.stop());

  it.each(FAULTS.map(({ name, fault }) => [name, fault] as const))(
    'goes when Qualys says so, and not before: %s',
    async (name, fault) => {
      const { portal, subscription } = setting;
      const inMirror = async () =>
        mirroredViews(await portal.connectors())[VIEW];
      const before = await inMirror();
      const [missing] = Object.keys(before);
      control().removeConnector(missing);
      control().addFault({ ...fault, match: { path: '*/aws/connectors/*' } });
      control().clearJournal();
      await portal.sync();
      const asked = control()
        .journal()
        .map(({ path }) => path);
      expect(asked).toContainEqual(expect.stringMatching(`/${missing}$`));
      expect(Object.keys(await inMirror())).toEqual(
        Object.keys(before).filter(
          id => id !== missing || !HARMLESS.includes(name),
        ),
      );
      await expectCatalogIsMirror(setting);

      control().clearFaults();
      expect(await portal.sync()).toMatchObject({ outcome: 'complete' });
      expect(await inMirror()).toEqual((await subscription.views())[VIEW]);
      await expectCatalogIsMirror(setting);
    },
  );
});
