import { editableConnectorSchema } from 'backstage-plugin-qualys-common';
import {
  AWS_CONNECTOR,
  useBoundConnector,
  type BoundConnectorBackend,
} from '../__testUtils__/boundConnector';

jest.setTimeout(60_000);

const { ids, startBound } = useBoundConnector();

describe.each(ids)('what is taken over after a change, on %s', database => {
  let of: BoundConnectorBackend;

  beforeEach(async () => {
    of = await startBound({
      database,
      connector: {
        ...AWS_CONNECTOR,
        pollingFrequency: { hours: 4, minutes: 0 },
      },
    });
  });

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
