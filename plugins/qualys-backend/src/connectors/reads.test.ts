import { refusalOf } from '../__testUtils__/answers';
import {
  AWS_CONNECTOR,
  useBoundConnector,
  type BoundConnectorBackend,
} from '../__testUtils__/boundConnector';
import { passTime } from '../__testUtils__/date';

jest.setTimeout(60_000);

const { startBound } = useBoundConnector();

const FORMS = ['/settings', '/external-id', '/assets'] as const;

let of: BoundConnectorBackend;

/** What a form begins with. */
async function read(form: (typeof FORMS)[number] = '/settings') {
  const { status, body } = await of.backend.get(of.path(form));
  expect(status).toBe(200);
  return body;
}

const rename = (name: string, version: string) =>
  of.backend.change('patch', of.path(), {
    body: { name },
    ifMatch: `"${version}"`,
  });

/** How often Qualys was asked for the connector, by whom. */
function asked() {
  const paths = of.control
    .journal()
    .filter(({ method, path }) => method === 'GET' || path.includes('/get/'))
    .map(({ path }) => path);
  return {
    cloudView: paths.filter(path => path.includes('/aws/connectors/')).length,
    assetManagement: paths.filter(path => path.includes('/get/am/')).length,
  };
}

describe('what the forms of a connector begin with', () => {
  beforeEach(async () => {
    of = await startBound({
      connector: { ...AWS_CONNECTOR, externalId: '1658443190235' },
    });
  });
  afterEach(() => jest.useRealTimers());

  it('is asked for once for all who open one within seconds', async () => {
    passTime(0);
    await Promise.all(Array.from({ length: 10 }, () => FORMS.map(read)).flat());
    passTime(4_000);
    await Promise.all(FORMS.map(read));
    expect(asked()).toEqual({ cloudView: 1, assetManagement: 1 });
    passTime(2_000);
    await Promise.all(FORMS.map(read));
    expect(asked()).toEqual({ cloudView: 2, assetManagement: 2 });
  });

  it('is what a change has made of it, without another call', async () => {
    of.control.updateConnector((await of.mirrored()).id, {
      externalId: 'US2-4765-9011278609223',
    } as object);
    const { version } = await read();
    const { status, body } = await rename('Payments 2', version);
    expect(status).toBe(200);
    of.control.clearJournal();
    expect(await read()).toEqual(body);
    expect(asked()).toEqual({ cloudView: 0, assetManagement: 0 });

    const assets = await read('/assets');
    const changed = await of.backend.change('patch', of.path('/assets'), {
      body: { activation: ['VM'] },
      ifMatch: `"${assets.version}"`,
    });
    expect(changed.status).toBe(200);
    of.control.clearJournal();
    expect(await read('/assets')).toEqual(changed.body);
    expect(asked()).toEqual({ cloudView: 0, assetManagement: 0 });
  });

  it('is not what a change is made from, which is read by a call of its own', async () => {
    passTime(0);
    const { version } = await read();
    of.control.updateConnector((await of.mirrored()).id, { name: 'Meanwhile' });
    expect((await read()).version).toBe(version);
    of.control.clearJournal();
    const { status, current } = refusalOf(await rename('Mine', version));
    expect(status).toBe(412);
    expect(current).toMatchObject({ settings: { name: 'Meanwhile' } });
    // Whoever opens a form now gets that, too.
    expect(await read()).toEqual(current);
    expect(asked()).toEqual({ cloudView: 1, assetManagement: 0 });
    expect(of.sent()).toEqual([]);
  });

  it('is nothing older where Qualys cannot be asked, and there again at once', async () => {
    await read();
    passTime(6_000);
    of.control.addFault({ match: {}, kind: 'reset' });
    expect(refusalOf(await of.backend.get(of.path('/settings')))).toMatchObject(
      {
        status: 503,
        code: 'unavailable',
      },
    );
    of.control.clearFaults();
    await read();
  });

  it('is asked for anew where nobody knows whether a change was made', async () => {
    passTime(0);
    const { version } = await read();
    of.control.addFault({
      match: { path: '/connectors/disable' },
      kind: 'applied',
      times: 1,
    });
    of.control.addFault({
      match: { method: 'GET', path: '/aws/connectors' },
      kind: 'reset',
      skip: 1,
    });
    const lost = await of.backend.change('post', of.path('/disable'), {
      body: { reason: 'The account is being closed' },
      ifMatch: `"${version}"`,
    });
    expect(refusalOf(lost)).toMatchObject({ code: 'outcomeUnknown' });
    of.control.clearFaults();
    expect(await read()).toMatchObject({ settings: { disabled: true } });
  });

  it('is asked for once a period by all who watch a migration', async () => {
    const step = async (name: string, body: object = {}) => {
      const { version } = await read('/external-id');
      const answer = await of.backend.change(
        'post',
        of.path(`/external-id${name}`),
        { body, ifMatch: `"${version}"` },
      );
      expect(answer.status).toBe(200);
    };
    await step('/prepare', { pod: 'USPOD01', subscriptionId: '4765' });
    await step('', { reason: 'Qualys takes no update without one' });
    await step('/run');
    passTime(0);
    of.control.clearJournal();
    // Five dialogs, each of which looks every fifteen seconds.
    for (let seconds = 3; seconds <= 60; seconds += 3) {
      passTime(3_000);
      await read('/external-id');
    }
    expect(asked().cloudView).toBe(5);
    of.control.advanceClock(3_600_000);
    passTime(15_000);
    expect(await read('/external-id')).toMatchObject({ step: 'succeeded' });
  });
});
