/*
 * A sync that has read a connector before it is changed or deleted through the
 * portal, and comes to write afterwards.
 */
import { editableConnectorSchema } from 'backstage-plugin-qualys-common';
import {
  AWS_CONNECTOR,
  useBoundConnector,
  type BoundConnectorBackend,
} from '../__testUtils__/boundConnector';
import { PAYMENTS } from '../__testUtils__/claims';

jest.setTimeout(60_000);

const { ids, startBound } = useBoundConnector();

const LIST = '/aws/connectors';
// So long does Qualys take for the list of CloudView, when the search of Asset
// Management has been read.
const MEANWHILE_MS = 2_000;

describe.each(ids)('what is done while a sync reads, on %s', database => {
  let of: BoundConnectorBackend;

  beforeEach(async () => {
    of = await startBound({
      database,
      connector: {
        ...AWS_CONNECTOR,
        arn: 'arn:aws:iam::012345678901:role/qualys',
        pollingFrequency: { hours: 4, minutes: 0 },
      },
    });
  });

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
