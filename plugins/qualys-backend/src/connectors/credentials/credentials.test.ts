import {
  editableConnectorSchema,
  entitySummarySchema,
} from 'backstage-plugin-qualys-common';
import { refusalOf } from '../../__testUtils__/answers';
import {
  CHECKOUT,
  COPYCAT,
  useBoundConnector,
  type BoundConnectorBackend,
} from '../../__testUtils__/boundConnector';
import { PAYMENTS, SHIPPING } from '../../__testUtils__/claims';

jest.setTimeout(60_000);

const { ids, startBound } = useBoundConnector();
const KEY = 'Zq8-a-secret-of-the-application';
const KEY_FILE = JSON.stringify({
  type: 'service_account',
  project_id: 'payments-prod',
  client_email: 'qualys@payments-prod.iam.gserviceaccount.com',
  private_key: '-----BEGIN PRIVATE KEY-----\nnobody-may-see-this\n',
});

let of: BoundConnectorBackend;

const start = async (
  connector: object,
  options: { database?: (typeof ids)[number]; qualys?: object } = {},
) => {
  of = await startBound({
    database: options.database,
    connector,
    config: {
      qualys: { notify: ['group:default/platform'], ...options.qualys },
    },
  });
};

const AZURE = {
  provider: 'AZURE',
  name: 'Payments on Azure',
  description: 'Stays as it is',
};

async function read() {
  const { body } = await of.backend.get(of.path('/settings'));
  return editableConnectorSchema.strict().parse(body);
}

const renew = async (body: object, version?: string) =>
  of.backend.change('post', of.path('/credentials'), {
    body,
    ifMatch: `"${version ?? (await read()).version}"`,
  });

/** So many days from now, as a day. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

describe.each(ids)('the key of a connector, on %s', database => {
  it('is renewed once with all settings as they are, and is told to nobody', async () => {
    await start(AZURE, { database });
    const expiresOn = inDays(200);
    const done = await renew({ authenticationKey: KEY, expiresOn });
    expect(done.status).toBe(200);
    expect(done.body).toEqual(await read());
    expect(done.body.credentials).toEqual({
      expiresOn,
      renewedAt: expect.any(String),
      renewedBy: 'user:default/mock',
    });
    expect(of.sent()).toEqual([
      {
        method: 'PUT',
        path: expect.stringMatching(`/azure/connectors/${PAYMENTS}$`),
        body: expect.objectContaining({
          name: 'Payments on Azure',
          description: 'Stays as it is',
        }),
      },
    ]);
    const { body } = await of.backend.get(CHECKOUT);
    expect(
      entitySummarySchema.parse(body).connectors[0].connector?.credentials,
    ).toEqual(done.body.credentials);
    expect(await of.history()).toMatchObject([
      {
        action: 'renewCredentials',
        outcome: 'done',
        changes: [
          { setting: 'authenticationKey', effect: 'neutral' },
          { setting: 'keyExpiresOn', after: expiresOn },
        ],
      },
    ]);
    expect(await of.told()).not.toContain(KEY);
  });

  it('of GCP is a key file, which is told to nobody either', async () => {
    await start({ provider: 'GCP', name: 'Payments on GCP' }, { database });
    expect((await renew({ keyFile: KEY_FILE })).status).toBe(200);
    expect(of.sent()).toMatchObject([
      { method: 'PUT', path: expect.stringContaining('/gcp/connectors/') },
    ]);
    expect((await read()).credentials).toEqual({
      renewedAt: expect.any(String),
      renewedBy: 'user:default/mock',
    });
    expect(await of.told()).not.toContain('nobody-may-see-this');
  });

  it('can be noted to expire without being renewed', async () => {
    await start(AZURE, { database });
    await renew({ expiresOn: inDays(-3) });
    expect((await read()).credentials).toEqual({ expiresOn: inDays(-3) });
    await renew({ expiresOn: null });
    expect((await read()).credentials).toEqual({});
    expect(of.sent()).toEqual([]);
    expect(await of.history()).toMatchObject([
      { changes: [{ setting: 'keyExpiresOn', before: inDays(-3) }] },
      { changes: [{ setting: 'keyExpiresOn', after: inDays(-3) }] },
    ]);
    // Nothing changes, so that nothing is done.
    await renew({ expiresOn: null });
    expect(await of.history()).toHaveLength(2);
  });

  it('that was renewed by somebody else meanwhile is not overwritten', async () => {
    await start(AZURE, { database });
    const { version } = await read();
    expect((await renew({ authenticationKey: KEY }, version)).status).toBe(200);
    expect(
      refusalOf(await renew({ authenticationKey: 'another' }, version)),
    ).toMatchObject({ status: 412, current: await read() });
    expect(of.sent()).toHaveLength(1);
  });

  it('is renewed also where nothing can be read back', async () => {
    await start(AZURE, { database });
    const { version } = await read();
    of.control.addFault({
      match: { method: 'GET', path: '/azure/connectors' },
      kind: 'status',
      status: 400,
      skip: 1,
    });
    const expiresOn = inDays(9);
    const renewed = await renew({ authenticationKey: KEY, expiresOn }, version);
    of.control.clearFaults();
    expect(renewed.status).toBe(200);
    expect(await of.history()).toMatchObject([{ outcome: 'done' }]);
    expect((await read()).credentials).toMatchObject({ expiresOn });
  });

  it('is not known to have arrived where the answer was lost', async () => {
    await start(AZURE, { database });
    of.control.addFault({
      match: { method: 'PUT', path: '/azure/' },
      kind: 'applied',
      times: 1,
    });
    const lost = refusalOf(
      await renew({ authenticationKey: KEY, expiresOn: inDays(9) }),
    );
    expect(lost).toMatchObject({ code: 'outcomeUnknown' });
    expect(await of.history()).toMatchObject([{ outcome: 'unknown' }]);
    expect((await read()).credentials).toBeUndefined();
    expect(await of.told()).not.toContain(KEY);
    expect(JSON.stringify(lost)).not.toContain(KEY);
  });

  it('is renewed on the page that it is bound to, by those who may', async () => {
    await start(AZURE, { database });
    const { version } = await read();
    for (const path of [
      of.path('/credentials', COPYCAT),
      `${CHECKOUT}/connectors/main/${SHIPPING}/credentials`,
      of.path('/credentials').replace('/main/', '/other/'),
    ]) {
      const answer = await of.backend.change('post', path, {
        body: { authenticationKey: KEY },
        ifMatch: `"${version}"`,
      });
      expect(answer.status).toBe(404);
    }
    of.backend.denied.add('qualys.connector.update');
    expect(
      refusalOf(await renew({ authenticationKey: KEY }, version)),
    ).toMatchObject({ status: 403 });
    expect(of.sent()).toEqual([]);
    expect(await of.told()).not.toContain(KEY);
  });

  it.each<[object, string]>([
    [{}, 'body.expiresOn'],
    [{ authenticationKey: '' }, 'body.authenticationKey'],
    [{ authenticationKey: 'a b' }, 'body.authenticationKey'],
    [{ authenticationKey: 'k'.repeat(1001) }, 'body.authenticationKey'],
    [{ keyFile: '{}' }, 'body.keyFile'],
    [{ keyFile: '<html>' }, 'body.keyFile'],
    [{ keyFile: KEY_FILE }, 'body.authenticationKey'],
    [{ authenticationKey: KEY, expiresOn: '2026-02-30' }, 'body.expiresOn'],
    [{ authenticationKey: KEY, expiresOn: inDays(-1) }, 'body.expiresOn'],
    [{ authenticationKey: KEY, expiresOn: '<b>soon</b>' }, 'body.expiresOn'],
    [{ authenticationKey: KEY, name: 'Mine' }, 'body'],
    [JSON.parse('{"authenticationKey":"k","__proto__":{"a":1}}'), 'body'],
  ])('refuses %j by name', async (body, path) => {
    await start(AZURE, { database });
    const error = refusalOf(await renew(body));
    expect(error).toMatchObject({ status: 400 });
    expect(error.fields?.map(field => field.path)).toContain(path);
    expect(JSON.stringify(error)).not.toContain(KEY);
    expect(of.sent()).toEqual([]);
  });

  it('is none of AWS', async () => {
    await start({ name: 'Payments production' }, { database });
    expect(refusalOf(await renew({ expiresOn: inDays(9) }))).toMatchObject({
      status: 409,
    });
  });
});

describe('the reminders of keys that expire', () => {
  const sent = () =>
    of.backend.notifications.send.mock.calls as unknown as [
      { recipients: { entityRef: string[] }; payload: { title: string } },
    ][];
  const titles = () => sent().map(([{ payload }]) => payload.title);

  it('go to those who own what it is bound to and to the platform team, once each', async () => {
    await start(AZURE);
    of.backend.notifications.send.mockClear();
    await renew({ authenticationKey: KEY, expiresOn: inDays(40) });
    await of.backend.remindOfKeys();
    expect(titles()).toEqual([]);

    await renew({ expiresOn: inDays(6) });
    // Two replicas that look at the same time.
    await Promise.all([of.backend.remindOfKeys(), of.backend.remindOfKeys()]);
    await of.backend.remindOfKeys();
    expect(titles()).toEqual([
      'The key of the connector Payments on Azure expires in 6 days',
    ]);
    expect(sent()[0][0]).toEqual({
      recipients: {
        type: 'entity',
        entityRef: ['component:default/checkout', 'group:default/platform'],
      },
      payload: expect.objectContaining({
        link: '/catalog/default/component/checkout',
        severity: 'high',
      }),
    });

    await renew({ expiresOn: inDays(1) });
    await of.backend.remindOfKeys();
    await renew({ expiresOn: inDays(-2) });
    await of.backend.remindOfKeys();
    expect(titles().slice(1)).toEqual([
      'The key of the connector Payments on Azure expires tomorrow',
      'The key of the connector Payments on Azure has expired',
    ]);
    await renew({ authenticationKey: KEY });
    await of.backend.remindOfKeys();
    expect(titles()).toHaveLength(3);
    expect(await of.told()).not.toContain(KEY);
  });

  it('are tried again where nobody could be told, and stop nothing', async () => {
    await start(AZURE);
    await renew({ expiresOn: inDays(20) });
    of.backend.notifications.send.mockClear();
    of.backend.notifications.send.mockRejectedValueOnce(
      new Error('no notifications here'),
    );
    await of.backend.remindOfKeys();
    await of.backend.remindOfKeys();
    await of.backend.remindOfKeys();
    expect(titles()).toHaveLength(2);
  });

  it('come so many days before as the configuration says', async () => {
    await start(AZURE, {
      qualys: { credentials: { remindDaysBefore: [60, 0] } },
    });
    of.backend.notifications.send.mockClear();
    await renew({ expiresOn: inDays(59) });
    await of.backend.remindOfKeys();
    await renew({ expiresOn: inDays(0) });
    await of.backend.remindOfKeys();
    expect(titles()).toEqual([
      'The key of the connector Payments on Azure expires in 59 days',
      'The key of the connector Payments on Azure expires today',
    ]);
  });
});
