import { editableConnectorSchema } from 'backstage-plugin-qualys-common';
import {
  startBoundConnector,
  type BoundConnectorBackend,
} from '../__testUtils__/boundConnector';
import { testDatabases } from '../__testUtils__/databases';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const databases = testDatabases();
const simulator = useSimulator(0);
const ids = databases.eachSupportedId().map(([id]) => id);

describe.each(ids)('what is taken over after a change, on %s', id => {
  let of: BoundConnectorBackend;

  beforeEach(async () => {
    of = await startBoundConnector({
      knex: await databases.init(id),
      simulator: simulator.current,
      connector: {
        name: 'Payments production',
        awsAccountId: '012345678901',
        externalId: 'US2-4765-9011278609223',
        isPortalConnector: true,
        pollingFrequency: { hours: 4, minutes: 0 },
      },
    });
  });
  afterEach(() => of.backend.stop());

  const pollHourly = async () => {
    const { body } = await of.backend.get(of.path('/settings'));
    const { version } = editableConnectorSchema.parse(body);
    of.control.clearJournal();
    return of.backend.change('patch', of.path(), {
      body: { pollingFrequency: { hours: 1, minutes: 0 } },
      ifMatch: `"${version}"`,
    });
  };
  const asked = () =>
    of.control.journal().filter(({ path }) => path.includes('/get/am/'));

  it('is what Asset Management says, too, since its word wins in places', async () => {
    expect(await of.mirrored()).toMatchObject({
      assetManagement: { updatable: true },
      pollingFrequency: { hours: 4, minutes: 0 },
    });
    expect((await pollHourly()).status).toBe(200);
    expect(asked()).toHaveLength(1);
    expect(await of.mirrored()).toMatchObject({
      pollingFrequency: { hours: 1, minutes: 0 },
    });
  });

  it('is what CloudView says alone where Asset Management cannot be asked', async () => {
    of.control.addFault({ match: { path: '/get/am/' }, kind: 'reset' });
    expect((await pollHourly()).status).toBe(200);
    expect(asked().length).toBeGreaterThan(0);
    const { body } = await of.backend.get(of.path('/settings'));
    expect(body.settings.pollingFrequency).toEqual({ hours: 1, minutes: 0 });
    of.control.clearFaults();
    await of.backend.sync();
    expect(await of.mirrored()).toMatchObject({
      pollingFrequency: { hours: 1, minutes: 0 },
    });
  });
});
