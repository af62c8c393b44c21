import {
  bindingListSchema,
  connectorListSchema,
  editableConnectorSchema,
  settingsHistorySchema,
  type EditableConnector,
} from 'backstage-plugin-qualys-common';
import { refusalOf } from '../__testUtils__/answers';
import {
  catalogEntity,
  PAYMENTS,
  SHIPPING,
  startClaimsBackend,
  type ClaimsBackend,
} from '../__testUtils__/claims';
import { passTime } from '../__testUtils__/date';
import { testDatabases } from '../__testUtils__/databases';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const databases = testDatabases();
const simulator = useSimulator(0);
const CHECKOUT = '/entities/component/default/checkout';
const PATH = `${CHECKOUT}/connectors/main/${PAYMENTS}`;
const REASON = 'The account is being closed';
const EXTERNAL_ID = 'US2-4765-9011278609223';

let backend: ClaimsBackend;

async function start(databaseId: (typeof ids)[number]) {
  const { control } = simulator.current;
  control.addConnector({
    connectorId: PAYMENTS,
    name: 'Payments production',
    awsAccountId: '012345678901',
    externalId: EXTERNAL_ID,
    state: 'SUCCESS',
  } as Parameters<typeof control.addConnector>[0]);
  backend = await startClaimsBackend({
    knex: await databases.init(databaseId),
    simulator: simulator.current,
  });
  backend.catalog.entities = [
    catalogEntity('checkout', { claims: PAYMENTS }),
    catalogEntity('copycat', { claims: PAYMENTS }),
  ];
  await backend.get(CHECKOUT);
  const { body } = await backend.get('/bindings?state=open');
  const [{ id }] = bindingListSchema.parse(body).items;
  await backend.post(`/bindings/${id}/accept`);
  control.clearJournal();
}

async function read(): Promise<EditableConnector> {
  const { status, body, headers } = await backend.get(`${PATH}/settings`);
  expect(status).toBe(200);
  const editable = editableConnectorSchema.strict().parse(body);
  expect(headers.etag).toBe(`"${editable.version}"`);
  return editable;
}

const update = async (body: object, version?: string) =>
  backend.change('patch', PATH, {
    body,
    ifMatch: `"${version ?? (await read()).version}"`,
  });

const act = async (action: string, body: object = {}, version?: string) =>
  backend.change('post', `${PATH}/${action}`, {
    body,
    ifMatch: `"${version ?? (await read()).version}"`,
  });

/** What changed something in Qualys. */
function sent() {
  return simulator.current.control
    .journal()
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }) => ({ method, path, body }));
}

async function mirrored() {
  const { body } = await backend.get('/connectors');
  const { items } = connectorListSchema.parse(body);
  return items.find(({ id }) => id === PAYMENTS)!;
}

async function history() {
  const { body } = await backend.get(`${CHECKOUT}/history`);
  return settingsHistorySchema.parse(body).items;
}

const ids = databases.eachSupportedId().map(([id]) => id);

describe.each(ids)('a connector that is bound to an entity, on %s', id => {
  beforeEach(() => start(id));
  afterEach(() => backend.stop());
  afterEach(() => jest.useRealTimers());

  it('is read as Qualys has it just now', async () => {
    expect(await read()).toMatchObject({
      subscription: 'main',
      id: PAYMENTS,
      provider: 'AWS',
      settings: { name: 'Payments production', disabled: false },
    });
    simulator.current.control.updateConnector(PAYMENTS, { name: 'Payments' });
    passTime(6_000);
    expect((await read()).settings.name).toBe('Payments');
  });

  it('is changed once, with everything else as it was, and shows it at once', async () => {
    const { settings } = await read();
    const { status, body } = await update({
      name: 'Payments 2',
      remediationEnabled: 'unchanged',
    });
    expect(status).toBe(200);
    expect(body).toEqual(await read());
    expect(body.settings).toMatchObject({ ...settings, name: 'Payments 2' });
    expect(sent()).toEqual([
      {
        method: 'PUT',
        path: expect.stringMatching(`/aws/connectors/${PAYMENTS}$`),
        body: expect.objectContaining({
          name: 'Payments 2',
          externalId: EXTERNAL_ID,
        }),
      },
    ]);
    expect(sent()[0].body).not.toHaveProperty('remediationEnabled');
    expect(await mirrored()).toMatchObject({ name: 'Payments 2' });
    expect(backend.events.publish).toHaveBeenCalledWith(
      expect.objectContaining({ topic: 'qualys.mirror' }),
    );
    expect(await history()).toEqual([
      expect.objectContaining({
        type: 'connector',
        objectId: PAYMENTS,
        action: 'update',
        outcome: 'done',
        changes: [
          {
            setting: 'name',
            effect: 'neutral',
            before: 'Payments production',
            after: 'Payments 2',
          },
        ],
      }),
    ]);
  });

  it('is switched off for a reason, and on again', async () => {
    expect(refusalOf(await act('disable'))).toMatchObject({
      status: 400,
      fields: [{ path: 'body.reason' }],
    });
    expect(sent()).toEqual([]);
    const off = await act('disable', { reason: REASON });
    expect(off.body.settings).toMatchObject({ disabled: true });
    expect(await mirrored()).toMatchObject({ disabled: true });
    // It is off already.
    await act('disable', { reason: REASON });
    expect((await act('enable')).body.settings).toMatchObject({
      disabled: false,
    });
    expect(sent().map(({ path }) => path.split('/').at(-1))).toEqual([
      'disable',
      'enable',
    ]);
    expect(await history()).toMatchObject([
      { action: 'enable', outcome: 'done' },
      { action: 'disable', outcome: 'done', reason: REASON },
    ]);
  });

  it('is read by Qualys now, as often as somebody wants', async () => {
    expect((await act('run')).status).toBe(200);
    expect((await act('run')).status).toBe(200);
    expect(sent().map(({ path }) => path.split('/').at(-1))).toEqual([
      'run',
      'run',
    ]);
    expect((await history()).map(({ action }) => action)).toEqual([
      'run',
      'run',
    ]);
  });

  it('may change cloud resources only where somebody may say so', async () => {
    backend.denied.add('qualys.connector.remediation.enable');
    expect(refusalOf(await update({ remediationEnabled: true }))).toMatchObject(
      {
        status: 403,
        message: expect.stringContaining('qualys.connector.remediation.enable'),
      },
    );
    expect((await update({ name: 'Another' })).status).toBe(200);
    backend.denied.clear();
    const on = await update({ remediationEnabled: true });
    expect(on.body.settings).toMatchObject({ remediationEnabled: true });
  });

  it('tells truly what came of a change whose answer was lost', async () => {
    simulator.current.control.addFault({
      match: { method: 'PUT', path: '/connectors/' },
      kind: 'applied',
      times: 1,
    });
    const done = await update({ name: 'Payments 3' });
    expect(done.status).toBe(200);
    expect(done.body.settings).toMatchObject({ name: 'Payments 3' });

    simulator.current.control.addFault({
      match: { method: 'PUT', path: '/connectors/' },
      kind: 'reset',
      times: 1,
    });
    expect(refusalOf(await update({ name: 'Payments 4' }))).toMatchObject({
      status: 503,
      message: expect.stringMatching(/everything is as it was/),
    });
    expect((await read()).settings.name).toBe('Payments 3');
    expect((await history()).map(({ outcome }) => outcome)).toEqual([
      'refused',
      'done',
    ]);
    expect(sent()).toHaveLength(2);
  });

  it('is changed also where it cannot be read back', async () => {
    const { version } = await read();
    simulator.current.control.addFault({
      match: { method: 'GET', path: '/aws/connectors' },
      kind: 'status',
      status: 400,
      skip: 1,
    });
    const done = await act('disable', { reason: REASON }, version);
    simulator.current.control.clearFaults();
    expect(done).toMatchObject({
      status: 200,
      body: {
        settings: { disabled: true },
        staleBecause: expect.stringMatching(/has taken the change/),
      },
    });
    expect(await history()).toMatchObject([{ outcome: 'done' }]);
    expect((await read()).settings.disabled).toBe(true);
  });

  it('is not changed while its external ID is of the old form, but switched', async () => {
    simulator.current.control.updateConnector(PAYMENTS, {
      externalId: '1658443190235',
    } as object);
    expect(await read()).toMatchObject({ locked: 'legacyExternalId' });
    expect(refusalOf(await update({ name: 'Another' }))).toMatchObject({
      status: 409,
      message: expect.stringMatching(/old form/),
    });
    expect((await act('disable', { reason: REASON })).status).toBe(200);
  });

  it('is changed from the state that it is in, and by nobody else', async () => {
    const { version } = await read();
    simulator.current.control.updateConnector(PAYMENTS, { name: 'Meanwhile' });
    expect(refusalOf(await update({ name: 'Mine' }, version))).toMatchObject({
      status: 412,
      current: await read(),
    });
    expect(
      refusalOf(await backend.change('patch', PATH, { body: { name: 'x' } })),
    ).toMatchObject({ status: 428 });

    const present = (await read()).version;
    backend.denied.add('qualys.connector.update');
    simulator.current.control.clearJournal();
    for (const answer of [
      await backend.get(`${PATH}/settings`),
      await update({ name: 'Mine' }, present),
      await act('enable', {}, present),
      await act('disable', { reason: REASON }, present),
      await act('run', {}, present),
    ]) {
      expect(answer.status).toBe(403);
    }
    // Who may change nothing makes the portal ask Qualys nothing.
    expect(simulator.current.control.journal()).toEqual([]);
    backend.denied.clear();
    await backend.get('/entities/component/default/copycat');
    for (const path of [
      `/entities/component/default/copycat/connectors/main/${PAYMENTS}`,
      `${CHECKOUT}/connectors/main/${SHIPPING}`,
    ]) {
      const changed = await backend.change('patch', path, {
        body: { name: 'Mine' },
        ifMatch: `"${version}"`,
      });
      expect(changed.status).toBe(404);
      expect((await backend.get(`${path}/settings`)).status).toBe(404);
    }
    expect(sent()).toEqual([]);
  });

  it.each<[object, string]>([
    [{ name: '' }, 'body.name'],
    [{ name: 'x'.repeat(256) }, 'body.name'],
    [{ name: 'a\nb' }, 'body.name'],
    [
      { pollingFrequency: { hours: 1, minutes: 60 } },
      'body.pollingFrequency.minutes',
    ],
    [{ remediationEnabled: 'maybe' }, 'body.remediationEnabled'],
    [{ name: 'x', authenticationKey: 'k' }, 'body.authenticationKey'],
    [{ externalId: EXTERNAL_ID }, 'body'],
  ])('refuses %j by name', async (body, path) => {
    const error = refusalOf(await update(body));
    expect(error).toMatchObject({ status: 400 });
    expect(error.fields?.map(field => field.path)).toContain(path);
    expect(sent()).toEqual([]);
  });

  it('says that Qualys cannot be asked, and changes nothing', async () => {
    const { version } = await read();
    passTime(6_000);
    simulator.current.control.addFault({ match: {}, kind: 'reset' });
    expect(refusalOf(await backend.get(`${PATH}/settings`))).toMatchObject({
      status: 503,
      code: 'unavailable',
    });
    expect(refusalOf(await update({ name: 'Mine' }, version))).toMatchObject({
      status: 503,
      code: 'unavailable',
    });
    expect(await history()).toEqual([]);
  });
});

describe('an Azure connector that is bound to an entity', () => {
  const AZURE = '8c3f2037-1052-4f4e-8d8b-9f915e046d44';
  const KEY = 'Zq8-a-secret-of-the-application';

  it('is changed with its key only, and keeps it secret', async () => {
    await start(ids[0]);
    const { control } = simulator.current;
    control.addConnector({
      provider: 'AZURE',
      connectorId: AZURE,
      name: 'Payments on Azure',
    } as Parameters<typeof control.addConnector>[0]);
    await backend.stop();
    backend = await startClaimsBackend({
      knex: await databases.init(ids[0]),
      simulator: simulator.current,
      bindings: { accept: [{ entity: '*' }] },
    });
    try {
      await backend.sync();
      backend.catalog.entities = [catalogEntity('checkout', { claims: AZURE })];
      const path = `${CHECKOUT}/connectors/main/${AZURE}`;
      const { body } = await backend.get(`${path}/settings`);
      const { version } = editableConnectorSchema.parse(body);
      const change = (more: object) =>
        backend.change('patch', path, {
          body: { name: 'Payments, Azure', ...more },
          ifMatch: `"${version}"`,
        });
      expect(refusalOf(await change({}))).toMatchObject({
        status: 400,
        fields: [{ path: 'body.authenticationKey' }],
      });
      const done = await change({ authenticationKey: KEY });
      expect(done.status).toBe(200);
      expect((await history())[0]).toMatchObject({
        changes: [
          { setting: 'name' },
          { setting: 'authenticationKey', effect: 'neutral' },
        ],
      });
      const told = JSON.stringify([
        done.body,
        await history(),
        backend.auditor.createEvent.mock.calls.map(([{ meta }]) => meta),
        backend.events.publish.mock.calls,
      ]);
      expect(told).not.toContain(KEY);
    } finally {
      await backend.stop();
    }
  });
});
