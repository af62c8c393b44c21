import {
  editableConnectorSchema,
  type EditableConnector,
} from 'backstage-plugin-qualys-common';
import { refusalOf } from '../__testUtils__/answers';
import {
  AWS_CONNECTOR,
  CHECKOUT,
  COPYCAT,
  useBoundConnector,
  type BoundConnectorBackend,
} from '../__testUtils__/boundConnector';
import { PAYMENTS, SHIPPING } from '../__testUtils__/claims';
import { passTime } from '../__testUtils__/date';

jest.setTimeout(60_000);

const { ids, startBound } = useBoundConnector();
const REASON = 'The account is being closed';

let of: BoundConnectorBackend;

async function read(): Promise<EditableConnector> {
  const { status, body, headers } = await of.backend.get(of.path('/settings'));
  expect(status).toBe(200);
  const editable = editableConnectorSchema.strict().parse(body);
  expect(headers.etag).toBe(`"${editable.version}"`);
  return editable;
}

const update = async (body: object, version?: string) =>
  of.backend.change('patch', of.path(), {
    body,
    ifMatch: `"${version ?? (await read()).version}"`,
  });

const act = async (action: string, body: object = {}, version?: string) =>
  of.backend.change('post', of.path(`/${action}`), {
    body,
    ifMatch: `"${version ?? (await read()).version}"`,
  });

describe.each(ids)('a connector that is bound to an entity, on %s', id => {
  beforeEach(async () => {
    of = await startBound({
      database: id,
      connector: {
        ...AWS_CONNECTOR,
        isPortalConnector: false,
        state: 'SUCCESS',
      },
    });
  });
  afterEach(() => jest.useRealTimers());

  it('is read as Qualys has it just now', async () => {
    expect(await read()).toMatchObject({
      subscription: 'main',
      id: PAYMENTS,
      provider: 'AWS',
      settings: { name: 'Payments production', disabled: false },
    });
    of.control.updateConnector(PAYMENTS, { name: 'Payments' });
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
    expect(of.sent()).toEqual([
      {
        method: 'PUT',
        path: expect.stringMatching(`/aws/connectors/${PAYMENTS}$`),
        body: expect.objectContaining({
          name: 'Payments 2',
          externalId: AWS_CONNECTOR.externalId,
        }),
      },
    ]);
    expect(of.sent()[0].body).not.toHaveProperty('remediationEnabled');
    expect(await of.mirrored()).toMatchObject({ name: 'Payments 2' });
    expect(of.backend.events.publish).toHaveBeenCalledWith(
      expect.objectContaining({ topic: 'qualys.mirror' }),
    );
    expect(await of.history()).toEqual([
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
    expect(of.sent()).toEqual([]);
    const off = await act('disable', { reason: REASON });
    expect(off.body.settings).toMatchObject({ disabled: true });
    expect(await of.mirrored()).toMatchObject({ disabled: true });
    // It is off already.
    await act('disable', { reason: REASON });
    expect((await act('enable')).body.settings).toMatchObject({
      disabled: false,
    });
    expect(of.sent().map(({ path }) => path.split('/').at(-1))).toEqual([
      'disable',
      'enable',
    ]);
    expect(await of.history()).toMatchObject([
      { action: 'enable', outcome: 'done' },
      { action: 'disable', outcome: 'done', reason: REASON },
    ]);
  });

  it('is read by Qualys now, as often as somebody wants', async () => {
    expect((await act('run')).status).toBe(200);
    expect((await act('run')).status).toBe(200);
    expect(of.sent().map(({ path }) => path.split('/').at(-1))).toEqual([
      'run',
      'run',
    ]);
    expect((await of.history()).map(({ action }) => action)).toEqual([
      'run',
      'run',
    ]);
  });

  it('may change cloud resources only where somebody may say so', async () => {
    of.backend.denied.add('qualys.connector.remediation.enable');
    expect(refusalOf(await update({ remediationEnabled: true }))).toMatchObject(
      {
        status: 403,
        message: expect.stringContaining('qualys.connector.remediation.enable'),
      },
    );
    expect((await update({ name: 'Another' })).status).toBe(200);
    of.backend.denied.clear();
    const on = await update({ remediationEnabled: true });
    expect(on.body.settings).toMatchObject({ remediationEnabled: true });
  });

  it('tells truly what came of a change whose answer was lost', async () => {
    of.control.addFault({
      match: { method: 'PUT', path: '/connectors/' },
      kind: 'applied',
      times: 1,
    });
    const done = await update({ name: 'Payments 3' });
    expect(done.status).toBe(200);
    expect(done.body.settings).toMatchObject({ name: 'Payments 3' });

    of.control.addFault({
      match: { method: 'PUT', path: '/connectors/' },
      kind: 'reset',
      times: 1,
    });
    expect(refusalOf(await update({ name: 'Payments 4' }))).toMatchObject({
      status: 503,
      message: expect.stringMatching(/everything is as it was/),
    });
    expect((await read()).settings.name).toBe('Payments 3');
    expect((await of.history()).map(({ outcome }) => outcome)).toEqual([
      'refused',
      'done',
    ]);
    expect(of.sent()).toHaveLength(2);
  });

  it('is changed also where it cannot be read back', async () => {
    const { version } = await read();
    of.control.addFault({
      match: { method: 'GET', path: '/aws/connectors' },
      kind: 'status',
      status: 400,
      skip: 1,
    });
    const done = await act('disable', { reason: REASON }, version);
    of.control.clearFaults();
    expect(done).toMatchObject({
      status: 200,
      body: {
        settings: { disabled: true },
        staleBecause: expect.stringMatching(/has taken the change/),
      },
    });
    expect(await of.history()).toMatchObject([{ outcome: 'done' }]);
    expect((await read()).settings.disabled).toBe(true);
  });

  it('is not changed while its external ID is of the old form, but switched', async () => {
    of.control.updateConnector(PAYMENTS, {
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
    of.control.updateConnector(PAYMENTS, { name: 'Meanwhile' });
    expect(refusalOf(await update({ name: 'Mine' }, version))).toMatchObject({
      status: 412,
      current: await read(),
    });
    expect(
      refusalOf(
        await of.backend.change('patch', of.path(), { body: { name: 'x' } }),
      ),
    ).toMatchObject({ status: 428 });

    const present = (await read()).version;
    of.backend.denied.add('qualys.connector.update');
    of.control.clearJournal();
    for (const answer of [
      await of.backend.get(of.path('/settings')),
      await update({ name: 'Mine' }, present),
      await act('enable', {}, present),
      await act('disable', { reason: REASON }, present),
      await act('run', {}, present),
    ]) {
      expect(answer.status).toBe(403);
    }
    // Who may change nothing makes the portal ask Qualys nothing.
    expect(of.control.journal()).toEqual([]);
    of.backend.denied.clear();
    for (const path of [
      of.path('', COPYCAT),
      `${CHECKOUT}/connectors/main/${SHIPPING}`,
    ]) {
      const changed = await of.backend.change('patch', path, {
        body: { name: 'Mine' },
        ifMatch: `"${version}"`,
      });
      expect(changed.status).toBe(404);
      expect((await of.backend.get(`${path}/settings`)).status).toBe(404);
    }
    expect(of.sent()).toEqual([]);
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
    [{ externalId: AWS_CONNECTOR.externalId }, 'body'],
  ])('refuses %j by name', async (body, path) => {
    const error = refusalOf(await update(body));
    expect(error).toMatchObject({ status: 400 });
    expect(error.fields?.map(field => field.path)).toContain(path);
    expect(of.sent()).toEqual([]);
  });

  it('says that Qualys cannot be asked, and changes nothing', async () => {
    const { version } = await read();
    passTime(6_000);
    of.control.addFault({ match: {}, kind: 'reset' });
    expect(refusalOf(await of.backend.get(of.path('/settings')))).toMatchObject(
      {
        status: 503,
        code: 'unavailable',
      },
    );
    expect(refusalOf(await update({ name: 'Mine' }, version))).toMatchObject({
      status: 503,
      code: 'unavailable',
    });
    expect(await of.history()).toEqual([]);
  });
});

describe('an Azure connector that is bound to an entity', () => {
  const KEY = 'Zq8-a-secret-of-the-application';

  it('is changed with its key only, and keeps it secret', async () => {
    of = await startBound({
      connector: { provider: 'AZURE', name: 'Payments on Azure' },
    });
    const { version } = await read();
    const name = 'Payments, Azure';
    expect(refusalOf(await update({ name }, version))).toMatchObject({
      status: 400,
      fields: [{ path: 'body.authenticationKey' }],
    });
    const done = await update({ name, authenticationKey: KEY }, version);
    expect(done.status).toBe(200);
    expect((await of.history())[0]).toMatchObject({
      changes: [
        { setting: 'name' },
        { setting: 'authenticationKey', effect: 'neutral' },
      ],
    });
    expect(JSON.stringify(done.body)).not.toContain(KEY);
    expect(await of.told()).not.toContain(KEY);
  });
});
