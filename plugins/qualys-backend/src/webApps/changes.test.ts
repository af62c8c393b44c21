import {
  boundWebAppSchema,
  type SettingsHistoryEntry,
} from 'backstage-plugin-qualys-common';
import { setDate } from '../__testUtils__/date';
import { useSimulator } from '../__testUtils__/simulator';
import {
  pathOf,
  startWebAppBackend,
  until,
  type WebAppBackend,
} from '../__testUtils__/webApps';

jest.setTimeout(60_000);

const WEB_APP = 4711;
const PATH = pathOf(WEB_APP);
const GET = `GET get/was/webapp/${WEB_APP}`;
const UPDATE = `POST update/was/webapp/${WEB_APP}`;

const simulator = useSimulator(0);
let backend: WebAppBackend;

beforeEach(async () => {
  const { control } = simulator.current;
  control.addDnsOverride({ id: 14620, name: 'origin' });
  control.addDnsOverride({ id: 14621, name: 'spare' });
  control.addDnsOverride({ id: 14699, name: 'of others' });
  control.addWebApp({
    id: WEB_APP,
    name: 'Checkout',
    dnsOverrideIds: [14620, 14621],
    defaultDnsOverrideId: 14620,
    cancelScansAfterNHours: 6,
  });
  backend = await startWebAppBackend(simulator.current, [WEB_APP]);
});
afterEach(async () => {
  jest.useRealTimers();
  await backend.stop();
});

async function read() {
  const { body } = await backend.get(PATH);
  return boundWebAppSchema.parse(body);
}

/** Reads the web app, forgets the calls so far, and changes it. */
async function change(settings: object, more: object = {}) {
  const { version } = await read();
  simulator.current.control.clearJournal();
  return backend.change(PATH, version, { settings, ...more });
}

function sent() {
  return simulator.current.control
    .journal()
    .filter(({ path }) => path.includes('/update/was/webapp'))
    .map(({ body }) => (body as any).ServiceRequest.data.WebApp);
}

async function lastEntry(): Promise<SettingsHistoryEntry> {
  return (await backend.history())[0];
}

describe('a change of a web app', () => {
  it('is sent once, read back, kept, audited and told', async () => {
    const before = await read();
    const { status, body, headers } = await change(
      { defaultDnsOverride: { id: '14621' } },
      { reason: 'the origin has moved' },
    );
    expect(status).toBe(200);
    expect(backend.calls()).toEqual([GET, UPDATE, GET]);
    // The time at which scans are canceled would be forgotten otherwise.
    expect(sent()).toEqual([
      {
        config: {
          cancelScansAfterNHours: 6,
          defaultDnsOverride: { id: 14621 },
        },
      },
    ]);
    expect(body).toMatchObject({
      name: 'Checkout',
      config: {
        cancelScansAfterNHours: 6,
        defaultDnsOverride: { id: '14621', name: 'spare' },
      },
    });
    expect(body.version).not.toBe(before.version);
    expect(headers.etag).toBe(`"${body.version}"`);
    expect(await read()).toEqual(body);

    expect(await backend.history()).toEqual([
      {
        id: expect.any(String),
        at: expect.any(String),
        actor: 'user:default/ann',
        entityRef: 'component:default/checkout',
        type: 'webApp',
        subscription: 'main',
        objectId: String(WEB_APP),
        action: 'update',
        outcome: 'done',
        reason: 'the origin has moved',
        changes: [
          {
            setting: 'defaultDnsOverride',
            effect: 'neutral',
            before: { id: '14620', name: 'origin' },
            after: { id: '14621', name: 'spare' },
          },
        ],
        settings: {
          name: 'Checkout',
          defaultDnsOverride: { id: '14621', name: 'spare' },
          cancelScansAfterNHours: 6,
        },
      },
    ]);
    expect(backend.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'settings-change',
        meta: {
          entityRef: 'component:default/checkout',
          type: 'webApp',
          subscription: 'main',
          objectId: String(WEB_APP),
          action: 'update',
          reason: 'the origin has moved',
        },
      }),
    );
    expect(backend.audited.success).toHaveBeenCalledWith({
      meta: { settings: ['defaultDnsOverride'] },
    });
    expect(backend.events.publish).toHaveBeenCalledWith({
      topic: 'qualys.settings',
      eventPayload: expect.objectContaining({
        type: 'webApp',
        id: String(WEB_APP),
        action: 'update',
        settings: ['defaultDnsOverride'],
        weakening: false,
      }),
    });
  });

  it('names no defaults of scans where only the name changes', async () => {
    await change({ name: 'Shop', cancelScansAfterNHours: 6 }).then(r =>
      expect(r.body.name).toBe('Shop'),
    );
    expect(sent()).toEqual([{ name: 'Shop' }]);
  });

  it('is not sent where nothing changes', async () => {
    const { status } = await change({ name: 'Checkout' });
    expect(status).toBe(200);
    expect(backend.calls()).toEqual([GET]);
    expect(await backend.history()).toEqual([]);
  });

  it('takes a reason and another permission where it is a weakening', async () => {
    const refused = await change({ cancelScansAfterNHours: 2 });
    expect(refused.status).toBe(400);
    expect(refused.body.error.fields).toEqual([
      expect.objectContaining({ path: 'body.reason' }),
    ]);
    backend.denied.add('qualys.settings.weaken');
    const denied = await change(
      { cancelScansAfterNHours: 2 },
      { reason: 'too long' },
    );
    expect(denied.status).toBe(403);
    expect(denied.body.error.message).toContain('qualys.settings.weaken');
    expect(backend.calls()).toEqual([GET]);
    expect(await change({ cancelScansAfterNHours: 8 })).toMatchObject({
      status: 200,
      body: { config: { cancelScansAfterNHours: 8 } },
    });
    backend.denied.clear();
    const { status, body } = await change(
      { cancelScansAt: '21:30' },
      { reason: 'nightly' },
    );
    expect(status).toBe(200);
    expect(body.config).toEqual({
      cancelScansAt: '21:30',
      defaultDnsOverride: { id: '14620', name: 'origin' },
    });
  });

  it('is refused from a state that is no more, with the present one', async () => {
    const { version } = await read();
    const { body: other } = await backend.change(PATH, version, {
      settings: { name: 'Theirs' },
    });
    simulator.current.control.clearJournal();
    const { status, body } = await backend.change(PATH, version, {
      settings: { name: 'Mine' },
    });
    expect(status).toBe(412);
    expect(body.error).toMatchObject({
      code: 'preconditionFailed',
      current: { name: 'Theirs', version: other.version },
    });
    expect(backend.calls()).toEqual([GET]);

    const missing = await backend.change(PATH, undefined, {
      settings: { name: 'Mine' },
    });
    expect(missing.status).toBe(428);
    expect(missing.body.error.code).toBe('preconditionRequired');
  });

  it('needs its permission, before anything is read', async () => {
    backend.denied.add('qualys.webApp.update');
    const { status, body } = await change({ name: 'x' });
    expect(status).toBe(403);
    expect(body.error.message).toContain('qualys.webApp.update');
    expect(backend.calls()).toEqual([]);
    expect(backend.audited.fail).toHaveBeenCalledTimes(1);
  });

  it.each<[string, unknown, string]>([
    ['nothing', {}, 'body.settings'],
    ['no settings', { settings: {} }, 'body.settings'],
    [
      'another field',
      { settings: { name: 'x', owner: 'me' } },
      'body.settings',
    ],
    [
      'its address',
      { settings: { url: 'https://evil.example' } },
      'body.settings',
    ],
    ['its tags', { settings: { tags: { set: ['1'] } } }, 'body.settings'],
    [
      'a record by its name',
      { settings: { defaultDnsOverride: { name: 'of others' } } },
      'body.settings.defaultDnsOverride',
    ],
    [
      'a record of others',
      { settings: { defaultDnsOverride: { id: '14699' } } },
      'body.settings.defaultDnsOverride.id',
    ],
    [
      'a path for an id',
      { settings: { defaultDnsOverride: { id: '../1' } } },
      'body.settings.defaultDnsOverride.id',
    ],
    [
      'both ways to cancel',
      { settings: { cancelScansAfterNHours: 1, cancelScansAt: '10:00' } },
      'body.settings.cancelScansAt',
    ],
    [
      'half hours',
      { settings: { cancelScansAfterNHours: 0.5 } },
      'body.settings.cancelScansAfterNHours',
    ],
    [
      'a long name',
      { settings: { name: 'x'.repeat(257) } },
      'body.settings.name',
    ],
    ['a list for a name', { settings: { name: ['x'] } }, 'body.settings.name'],
    [
      'a prototype',
      JSON.parse('{"settings":{"name":"x","__proto__":{"url":"y"}}}'),
      'body.settings',
    ],
    ['a short reason', { settings: { name: 'x' }, reason: '.' }, 'body.reason'],
  ])('is not %s', async (_, body, path) => {
    const { version } = await read();
    const answer = await backend.change(PATH, version, body as object);
    expect(answer.status).toBe(400);
    expect(
      answer.body.error.fields.map((field: { path: string }) => field.path),
    ).toContain(path);
    expect(backend.calls().filter(call => call.startsWith('POST'))).toEqual([]);
  });

  it('is not larger than a request may be', async () => {
    const { status } = await backend.change(PATH, 'v', {
      settings: { name: 'x'.repeat(200_000) },
    });
    expect(status).toBe(413);
  });

  it('tells what Qualys finds wrong with it', async () => {
    const { status, body } = await change(
      { cancelScansAfterNHours: 99 },
      { reason: 'for ever' },
    );
    expect(status).toBe(400);
    expect(body.error.message).toContain('cancelScansAfterNHours');
    expect(await lastEntry()).toMatchObject({ outcome: 'refused' });
    expect(backend.events.publish).not.toHaveBeenCalledWith(
      expect.objectContaining({ topic: 'qualys.settings' }),
    );
  });

  it('says what Qualys wants of the portal’s account where it refuses', async () => {
    const { version } = await read();
    simulator.current.control.addFault({
      match: { path: '/update/was/webapp' },
      kind: 'status',
      status: 200,
      body: { ServiceResponse: { responseCode: 'NOT_AUTHORIZED' } },
    });
    const { status, body } = await backend.change(PATH, version, {
      settings: { name: 'Shop' },
    });
    // The caller may do it; the portal may not.
    expect(status).toBe(503);
    expect(body.error).toMatchObject({
      code: 'permission',
      message: expect.stringContaining('Access WAS module'),
    });
    expect(body.error.message).not.toContain('qualys.subscriptions');
    expect(await lastEntry()).toMatchObject({ outcome: 'refused' });
  });

  it('is found to be made where the answer was lost', async () => {
    const { version } = await read();
    const { control } = simulator.current;
    control.clearJournal();
    control.addFault({
      match: { path: '/update/was/webapp' },
      kind: 'applied',
    });
    const { status, body } = await backend.change(PATH, version, {
      settings: { name: 'Shop' },
    });
    expect(status).toBe(200);
    expect(body.name).toBe('Shop');
    expect(backend.calls()).toEqual([GET, UPDATE, GET]);
    expect(await lastEntry()).toMatchObject({ outcome: 'done' });
  });

  it('is found not to be made where it was lost on its way', async () => {
    const { version } = await read();
    const { control } = simulator.current;
    control.clearJournal();
    control.addFault({ match: { path: '/update/was/webapp' }, kind: 'reset' });
    const { status, body } = await backend.change(PATH, version, {
      settings: { name: 'Shop' },
    });
    expect(status).toBe(503);
    expect(body.error).toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('everything is as it was'),
    });
    expect(backend.calls()).toEqual([GET, UPDATE, GET]);
    expect(await lastEntry()).toMatchObject({ outcome: 'refused' });
  });

  it('is said to be made where it cannot be read back', async () => {
    const { version } = await read();
    simulator.current.control.addFault({
      match: { path: '/get/was/webapp' },
      kind: 'status',
      status: 400,
      skip: 1,
      times: 1,
    });
    const { status, body } = await backend.change(PATH, version, {
      settings: { name: 'Shop' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Shop',
      staleBecause:
        'Qualys has taken the change, and could not be read back since',
    });
    expect(await lastEntry()).toMatchObject({ outcome: 'done' });
    expect(await read()).toMatchObject({ name: 'Shop', version: body.version });
    expect(await read()).not.toHaveProperty('staleBecause');
  });

  it('is not undone by what somebody began to read before it', async () => {
    const { control } = simulator.current;
    const { version } = await read();
    setDate(Date.now() + 301_000);
    control.addFault({
      match: { path: '/get/was/webapp' },
      kind: 'status',
      status: 400,
      delayMs: 1500,
      times: 1,
    });
    await read();
    await until(() => backend.calls().length === 2);
    const { body } = await backend.change(PATH, version, {
      settings: { name: 'Shop' },
    });
    await until(() =>
      backend.logs.some(({ text }) => text.includes('could not be read')),
    );
    expect(await read()).toEqual(body);
    expect(body.name).toBe('Shop');
  });

  it('is made by one at a time', async () => {
    const { version } = await read();
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map(name =>
        backend.change(PATH, version, { settings: { name } }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter(status => status === 200)).toHaveLength(1);
    expect(statuses.every(status => [200, 409, 412].includes(status))).toBe(
      true,
    );
    expect(sent()).toHaveLength(1);
  });
});
