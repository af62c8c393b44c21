/*
 * A sync that has read a connector before it is changed or deleted through the
 * portal, and comes to write afterwards.
 */
import { editableConnectorSchema } from 'backstage-plugin-qualys-common';
import {
  startBoundConnector,
  type BoundConnectorBackend,
} from '../__testUtils__/boundConnector';
import { PAYMENTS } from '../__testUtils__/claims';
import { testDatabases } from '../__testUtils__/databases';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const databases = testDatabases();
const simulator = useSimulator(0);
const ids = databases.eachSupportedId().map(([id]) => id);

const LIST = '/aws/connectors';
// So long does Qualys take for the list of CloudView, when the search of Asset
// Management has been read.
const MEANWHILE_MS = 2_000;

describe.each(ids)('what is done while a sync reads, on %s', id => {
  let of: BoundConnectorBackend;

  beforeEach(async () => {
    of = await startBoundConnector({
      knex: await databases.init(id),
      simulator: simulator.current,
      connector: {
        name: 'Payments production',
        awsAccountId: '012345678901',
        arn: 'arn:aws:iam::012345678901:role/qualys',
        externalId: 'US2-4765-9011278609223',
        isPortalConnector: true,
        pollingFrequency: { hours: 4, minutes: 0 },
      },
    });
  });
  afterEach(() => of.backend.stop());

  const callsFor = (path: string) =>
    of.control.journal().filter(call => call.path.endsWith(path));

  async function whileSyncing<T>(act: () => Promise<T>): Promise<T> {
    of.control.clearJournal();
    of.control.addFault({
      match: { path: `*${LIST}`, method: 'GET' },
      kind: 'slow',
      delayMs: MEANWHILE_MS,
      times: 1,
    });
    const sync = of.backend.sync();
    while (
      callsFor(LIST).length === 0 ||
      callsFor('/search/am/awsassetdataconnector').every(
        ({ status }) => status === null,
      )
    ) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    const done = await act();
    await sync;
    return done;
  }

  it('keeps a change', async () => {
    const { body } = await of.backend.get(of.path('/settings'));
    const { version } = editableConnectorSchema.parse(body);
    const { status } = await whileSyncing(async () =>
      of.backend.change('patch', of.path(), {
        body: { pollingFrequency: { hours: 1, minutes: 0 } },
        ifMatch: `"${version}"`,
      }),
    );
    expect(status).toBe(200);
    const changed = { pollingFrequency: { hours: 1, minutes: 0 } };
    expect(await of.mirrored()).toMatchObject(changed);
    await of.backend.sync();
    expect(await of.mirrored()).toMatchObject(changed);
  });

  it('does not bring back what was deleted', async () => {
    const { status } = await whileSyncing(async () =>
      of.backend.change('post', `/connectors/main/${PAYMENTS}/delete`, {
        body: { name: 'Payments production', reason: 'The account is closed' },
      }),
    );
    expect(status).toBe(200);
    expect(await of.mirrored()).toBeUndefined();
    const { body } = await of.backend.get(
      `/history?type=connector&objectId=${PAYMENTS}`,
    );
    expect(body.items).toMatchObject([{ action: 'delete', outcome: 'done' }]);
    await of.backend.sync();
    expect(await of.mirrored()).toBeUndefined();
  });
});
