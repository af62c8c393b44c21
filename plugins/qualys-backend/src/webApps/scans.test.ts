import {
  webAppScanListSchema,
  type SettingsHistoryEntry,
} from 'backstage-plugin-qualys-common';
import { useSimulator } from '../__testUtils__/simulator';
import {
  pathOf,
  startWebAppBackend,
  wasAnswer,
  type WebAppBackend,
} from '../__testUtils__/webApps';

jest.setTimeout(60_000);

const WEB_APP = 4711;
const OTHERS = 4712;
const SCANS = `${pathOf(WEB_APP)}/scans`;
const SEARCH = 'POST search/was/wasscan';
const LAUNCH = 'POST launch/was/wasscan';
const SCAN = { name: 'After the release', type: 'VULNERABILITY' };

const simulator = useSimulator(0);
let backend: WebAppBackend;

beforeEach(async () => {
  const { control } = simulator.current;
  control.addAuthRecord({ id: 61, name: 'checkout scan user' });
  control.addAuthRecord({ id: 62, name: 'scan user of others' });
  control.addWebApp({ id: WEB_APP, authRecordIds: [61] });
  control.addWebApp({ id: OTHERS });
  control.addScan({ id: 81, webAppId: WEB_APP, status: 'FINISHED' });
  control.addScan({ id: 82, webAppId: WEB_APP, status: 'RUNNING' });
  control.addScan({ id: 83, webAppId: OTHERS, status: 'RUNNING' });
  backend = await startWebAppBackend(simulator.current, [WEB_APP]);
});
afterEach(() => backend.stop());

async function read() {
  const { body } = await backend.get(SCANS);
  return webAppScanListSchema.parse(body);
}

/** Reads the list, forgets the calls so far, and does something. */
async function act(path: string, body: object) {
  const { version } = await read();
  simulator.current.control.clearJournal();
  return backend.act(path, version, body);
}

const cancel = (id: number, body: object = { reason: 'it hurts' }) =>
  act(`${SCANS}/${id}/cancel`, body);

async function lastEntry(): Promise<SettingsHistoryEntry> {
  return (await backend.history())[0];
}

const posts = () => backend.calls().filter(call => !call.includes('search'));

describe('a scan that is launched', () => {
  it('is launched once, and is the first in the list', async () => {
    const before = await read();
    const { status, body, headers } = await act(SCANS, {
      ...SCAN,
      profile: { id: '139359' },
      authRecord: { id: '61' },
      scannerAppliance: { type: 'EXTERNAL' },
    });
    expect(status).toBe(200);
    const list = webAppScanListSchema.strict().parse(body);
    const [{ id }] = list.items;
    expect(list.items[0]).toMatchObject({
      name: 'After the release',
      status: 'SUBMITTED',
      outcome: 'running',
      ended: false,
      authRecord: { id: '61' },
    });
    expect(list.items.map(scan => scan.id)).toEqual([id, '82', '81']);
    expect(list.version).not.toBe(before.version);
    expect(headers.etag).toBe(`"${list.version}"`);
    expect(backend.calls()).toEqual([
      SEARCH,
      `GET get/was/webapp/${WEB_APP}`,
      LAUNCH,
      `GET get/was/wasscan/${id}`,
    ]);
    const call = simulator.current.control
      .journal()
      .find(({ path }) => path.includes('/launch/'));
    expect((call?.body as any).ServiceRequest.data.WasScan).toEqual({
      ...SCAN,
      profile: { id: 139359 },
      target: {
        webApp: { id: WEB_APP },
        webAppAuthRecord: { id: 61 },
        scannerAppliance: { type: 'EXTERNAL' },
      },
    });
    expect(await read()).toEqual(list);
    expect(await lastEntry()).toMatchObject({
      action: 'launchScan',
      type: 'webApp',
      objectId: String(WEB_APP),
      outcome: 'done',
      changes: [{ setting: 'scan', effect: 'neutral', after: SCAN }],
    });
    expect(backend.events.publish).toHaveBeenCalledWith({
      topic: 'qualys.settings',
      eventPayload: expect.objectContaining({
        action: 'launchScan',
        weakening: false,
      }),
    });
  });

  it('is not launched again by the same request', async () => {
    const { version } = await read();
    await backend.act(SCANS, version, SCAN).expect(200);
    const again = await backend.act(SCANS, version, SCAN);
    expect(again.status).toBe(412);
    expect(again.body.error.current.items[0].name).toBe(SCAN.name);
    expect(posts().filter(call => call === LAUNCH)).toHaveLength(1);
    expect((await backend.act(SCANS, undefined, SCAN)).status).toBe(428);
  });

  it('needs its permission', async () => {
    backend.denied.add('qualys.scan.run');
    const { status, body } = await act(SCANS, SCAN);
    expect(status).toBe(403);
    expect(body.error.message).toContain('qualys.scan.run');
    expect(backend.calls()).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['no type', { name: 'x' }, 'body.type'],
    ['no name', { ...SCAN, name: ' ' }, 'body.name'],
    ['another web app', { ...SCAN, webApp: { id: String(OTHERS) } }, 'body'],
    ['another DNS override', { ...SCAN, dnsOverride: { id: '1' } }, 'body'],
    [
      'the password of others',
      { ...SCAN, authRecord: { id: '62' } },
      'body.authRecord.id',
    ],
    [
      'a profile that is no id',
      { ...SCAN, profile: { id: '1 or 1' } },
      'body.profile.id',
    ],
    [
      'a prototype',
      JSON.parse('{"name":"x","type":"DISCOVERY","__proto__":{"a":1}}'),
      'body',
    ],
  ])('is not launched with %s', async (_, body, path) => {
    const answer = await act(SCANS, body);
    expect(answer.status).toBe(400);
    expect(
      answer.body.error.fields.map((field: { path: string }) => field.path),
    ).toContain(path);
    expect(posts()).not.toContain(LAUNCH);
  });

  it('is found where the answer was lost, and not launched again', async () => {
    simulator.current.control.addFault({
      match: { path: '/launch/was/wasscan' },
      kind: 'applied',
    });
    const { status, body } = await act(SCANS, SCAN);
    expect(status).toBe(200);
    expect(body.items[0].name).toBe(SCAN.name);
    expect(backend.calls()).toEqual([SEARCH, LAUNCH, SEARCH]);
    expect(await lastEntry()).toMatchObject({ outcome: 'done' });
  });

  it('is not known where the request was lost, so that nobody launches it twice', async () => {
    simulator.current.control.addFault({
      match: { path: '/launch/was/wasscan' },
      kind: 'reset',
    });
    const { status, body } = await act(SCANS, SCAN);
    expect(status).toBe(503);
    expect(body.error.code).toBe('outcomeUnknown');
    expect(backend.calls()).toEqual([SEARCH, LAUNCH, SEARCH]);
    expect(await lastEntry()).toMatchObject({ outcome: 'unknown' });
  });

  it('is in the list also where it cannot be read by itself', async () => {
    simulator.current.control.addFault({
      match: { path: '/get/was/wasscan' },
      kind: 'status',
      status: 400,
    });
    const { version } = await read();
    const { status, body } = await act(SCANS, SCAN);
    expect(status).toBe(200);
    expect(body.items[0]).toMatchObject({
      name: SCAN.name,
      outcome: 'unknown',
      ended: false,
    });
    expect(body.version).not.toBe(version);
    expect(await lastEntry()).toMatchObject({ outcome: 'done' });
    expect((await read()).items[0]).toMatchObject({ status: 'SUBMITTED' });
  });
});

describe('a scan that is canceled', () => {
  it('is canceled once, with a reason', async () => {
    const { status, body } = await cancel(82);
    expect(status).toBe(200);
    expect(webAppScanListSchema.strict().parse(body).items[0]).toMatchObject({
      id: '82',
      outcome: 'canceled',
      ended: true,
    });
    expect(backend.calls()).toEqual([
      SEARCH,
      'GET get/was/wasscan/82',
      'POST cancel/was/wasscan/82',
      SEARCH,
    ]);
    expect(await lastEntry()).toMatchObject({
      action: 'cancelScan',
      outcome: 'done',
      reason: 'it hurts',
      changes: [
        {
          setting: 'scan',
          effect: 'weakening',
          before: { id: '82', name: 'added 82', status: 'RUNNING' },
        },
      ],
    });
    const again = await cancel(82);
    expect(again.status).toBe(409);
    expect(posts()).toEqual([]);
  });

  it('keeps what it has found where that is wished', async () => {
    const { status } = await cancel(82, {
      reason: 'enough',
      withResults: true,
    });
    expect(status).toBe(200);
    const call = simulator.current.control
      .journal()
      .find(({ path }) => path.includes('/cancel/'));
    expect((call?.body as any).ServiceRequest.data.WasScan).toEqual({
      cancelWithResults: true,
    });
  });

  it.each([83, 999])('is not %i, which is none of the web app', async id => {
    const { status, body } = await cancel(id);
    expect(status).toBe(404);
    expect(body.error.message).toBe(
      'The entity has nothing of this kind and id',
    );
    expect(posts()).toEqual([]);
  });

  it.each([
    ['is of another web app', { id: 82, target: { webApp: { id: OTHERS } } }],
    ['does not say of which web app it is', { id: 82, name: 'of nobody' }],
    ['is gone', undefined],
  ])('is none that %s when it is looked at by itself', async (_, scan) => {
    simulator.current.control.addFault({
      match: { path: '/get/was/wasscan' },
      kind: 'status',
      status: 200,
      body: scan
        ? wasAnswer({ WasScan: { ...scan, status: 'RUNNING' } })
        : { ServiceResponse: { responseCode: 'NOT_FOUND' } },
    });
    const { status, body } = await cancel(82);
    expect(status).toBe(404);
    expect(body.error.message).toBe(
      'The entity has nothing of this kind and id',
    );
    expect(posts()).toEqual(['GET get/was/wasscan/82']);
  });

  it('is not canceled where it cannot be looked at', async () => {
    simulator.current.control.addFault({
      match: { path: '/get/was/wasscan' },
      kind: 'status',
      status: 401,
    });
    const { status, body } = await cancel(82);
    expect(status).toBe(503);
    expect(body.error.code).toBe('authentication');
    expect(posts()).not.toContain('POST cancel/was/wasscan/82');
  });

  it('takes an id, a reason and two permissions', async () => {
    expect((await cancel(82, {})).body.error.fields).toEqual([
      expect.objectContaining({ path: 'body.reason' }),
    ]);
    expect((await cancel('..%2f82' as never)).status).toBe(400);
    for (const permission of ['qualys.scan.run', 'qualys.settings.weaken']) {
      backend.denied.clear();
      backend.denied.add(permission);
      const { status, body } = await cancel(82);
      expect(status).toBe(403);
      expect(body.error.message).toContain(permission);
      expect(posts()).not.toContain('POST cancel/was/wasscan/82');
    }
  });

  it('is read back where the answer was lost', async () => {
    const { control } = simulator.current;
    const match = { path: '/cancel/was/wasscan' };
    control.addFault({ match, kind: 'reset', times: 1 });
    const lost = await cancel(82);
    expect(lost.status).toBe(503);
    expect(lost.body.error).toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('everything is as it was'),
    });
    control.addFault({ match, kind: 'applied' });
    const { status, body } = await cancel(82);
    expect(status).toBe(200);
    expect(body.items[0].outcome).toBe('canceled');
    expect(backend.calls()).toHaveLength(4);
  });
});
