import {
  boundWebAppSchema,
  entitySummarySchema,
  errorBodySchema,
  webAppChoicesSchema,
  webAppScanListSchema,
} from 'backstage-plugin-qualys-common';
import { setDate } from '../__testUtils__/date';
import { useSimulator } from '../__testUtils__/simulator';
import {
  pathOf,
  startWebAppBackend,
  until,
  wasAnswer,
  type WebAppBackend,
} from '../__testUtils__/webApps';

jest.setTimeout(60_000);

const WEB_APP = 4711;
const OTHERS = 4712;
const SUMMARY = '/entities/component/default/checkout';
const GET = `GET get/was/webapp/${WEB_APP}`;
const SEARCH = 'POST search/was/wasscan';

const simulator = useSimulator(0);
let backend: WebAppBackend;
let start: number;

const passTo = (ms: number) => setDate(start + ms);

beforeEach(async () => {
  const { control } = simulator.current;
  start = Date.now();
  passTo(0);
  control.addDnsOverride({ id: 14620, name: 'origin' });
  control.addDnsOverride({ id: 14621, name: 'secret of others' });
  control.addAuthRecord({ id: 61, name: 'checkout scan user' });
  control.addWebApp({
    id: WEB_APP,
    name: 'Checkout',
    url: 'https://checkout.example.com',
    dnsOverrideIds: [14620],
    authRecordIds: [61],
    cancelScansAfterNHours: 6,
  });
  control.addWebApp({ id: OTHERS });
  control.addScan({ id: 81, webAppId: WEB_APP, status: 'FINISHED' });
  control.addScan({ id: 82, webAppId: OTHERS });
  backend = await startWebAppBackend(simulator.current, [WEB_APP]);
});
afterEach(async () => {
  jest.useRealTimers();
  await backend.stop();
});

async function webApp() {
  const { status, body, headers } = await backend.get(pathOf(WEB_APP));
  expect(status).toBe(200);
  expect(headers.etag).toBe(`"${body.version}"`);
  return boundWebAppSchema.strict().parse(body);
}

async function scans() {
  const { status, body } = await backend.get(`${pathOf(WEB_APP)}/scans`);
  expect(status).toBe(200);
  return webAppScanListSchema.strict().parse(body);
}

describe('a web app of an entity', () => {
  it('is told with its settings and its scans, and nothing of others', async () => {
    expect(await webApp()).toMatchObject({
      subscription: 'main',
      id: String(WEB_APP),
      name: 'Checkout',
      url: 'https://checkout.example.com',
      config: { cancelScansAfterNHours: 6 },
      dnsOverrides: [{ id: '14620', name: 'origin' }],
    });
    const { items, truncated } = await scans();
    expect(truncated).toBe(false);
    expect(items).toEqual([
      expect.objectContaining({
        id: '81',
        status: 'FINISHED',
        resultsStatus: 'SUCCESSFUL',
        authStatus: 'NONE',
        outcome: 'succeeded',
        ended: true,
        durationSeconds: 210,
      }),
    ]);
    expect(items[0]).not.toHaveProperty('launchedBy');
  });

  it.each([
    ['is not bound', pathOf(OTHERS)],
    ['there is not', pathOf(999)],
    ['is no id', pathOf('nonsense')],
    ['is only claimed', pathOf(WEB_APP, 'other')],
    [
      'is of another subscription',
      pathOf(WEB_APP).replace('/main/', '/second/'),
    ],
  ])(
    'that %s is refused in the same words, and not asked for',
    async (_, path) => {
      const refusals = await Promise.all([
        backend.get(path),
        backend.get(`${path}?fresh=true`),
        backend.get(`${path}/scans`),
        backend.get(`${path}/choices`),
        backend.change(path, 'v', { settings: { name: 'x' } }),
        backend.act(`${path}/scans`, 'v', { name: 'x', type: 'DISCOVERY' }),
        backend.act(`${path}/scans/82/cancel`, 'v', { reason: 'because' }),
      ]);
      for (const { status, body } of refusals) {
        expect(status).toBe(404);
        expect(errorBodySchema.parse(body).error.message).toBe(
          'The entity has nothing of this kind and id',
        );
      }
      expect(backend.calls()).toEqual([]);
    },
  );

  it('is not mistaken for another one that Qualys answers with', async () => {
    const { control } = simulator.current;
    control.addFault({
      match: { path: '/get/was/webapp' },
      kind: 'status',
      status: 200,
      body: wasAnswer({ WebApp: { id: OTHERS, name: 'of others' } }),
    });
    control.addFault({
      match: { path: '/search/was/wasscan' },
      kind: 'status',
      status: 200,
      body: wasAnswer({
        WasScan: { id: 82, target: { webApp: { id: OTHERS } } },
      }),
    });
    const { status, body } = await backend.get(pathOf(WEB_APP));
    expect(status).toBe(503);
    expect(body.error.code).toBe('unexpectedAnswer');
    expect((await scans()).items).toEqual([]);
  });

  it('has no scan of which Qualys does not say whose it is', async () => {
    simulator.current.control.addFault({
      match: { path: '/search/was/wasscan' },
      kind: 'status',
      status: 200,
      body: wasAnswer({ WasScan: { id: 82, status: 'RUNNING' } }),
    });
    expect((await scans()).items).toEqual([]);
    const { status } = await backend.act(
      `${pathOf(WEB_APP)}/scans/82/cancel`,
      (
        await scans()
      ).version,
      { reason: 'because' },
    );
    expect(status).toBe(404);
    expect(backend.calls()).not.toContain('POST cancel/was/wasscan/82');
  });

  it('costs one call each, however many look at it', async () => {
    const all = await Promise.all(
      Array.from({ length: 50 }, () =>
        Promise.all([webApp(), scans(), backend.get(SUMMARY)]),
      ),
    );
    expect(all).toHaveLength(50);
    passTo(299_000);
    await Promise.all(Array.from({ length: 50 }, webApp));
    await Promise.all(Array.from({ length: 50 }, scans));
    expect(backend.calls().sort()).toEqual([GET, SEARCH]);
  });

  it('is given at once when it is older, and renewed once in the background', async () => {
    const first = await webApp();
    passTo(301_000);
    simulator.current.control.addFault({
      match: { path: '/get/was/webapp' },
      kind: 'slow',
      delayMs: 5000,
    });
    const again = await Promise.all(Array.from({ length: 50 }, webApp));
    expect(new Set(again.map(({ asOf }) => asOf))).toEqual(
      new Set([first.asOf]),
    );
    await until(() => backend.calls().length === 2);
    let renewed = first;
    while (renewed.asOf === first.asOf) renewed = await webApp();
    expect(renewed.version).toBe(first.version);
    expect(backend.calls()).toEqual([GET, GET]);
  });

  it('is waited for when it is very old', async () => {
    await webApp();
    passTo(2 * 3600_000);
    const { asOf } = await webApp();
    expect(Date.parse(asOf)).toBe(start + 2 * 3600_000);
    expect(backend.calls()).toEqual([GET, GET]);
  });

  it('is given as last known, with the reason, while Qualys is down', async () => {
    const { control } = simulator.current;
    const known = await webApp();
    control.addFault({ match: {}, kind: 'html', status: 503 });
    passTo(2 * 3600_000);
    const old = {
      ...known,
      staleBecause: 'Qualys cannot be reached at present',
    };
    const before = backend.calls().length;
    expect(await Promise.all(Array.from({ length: 50 }, webApp))).toEqual(
      Array.from({ length: 50 }, () => old),
    );
    const attempts = backend.calls().length - before;
    // Nobody waits for another failure, or asks for it too soon.
    expect(await webApp()).toEqual(old);
    expect(backend.calls()).toHaveLength(before + attempts);
    // What was never read is not there.
    const { status, body } = await backend.get(`${pathOf(WEB_APP)}/scans`);
    expect(status).toBe(503);
    expect(body.error).toMatchObject({ code: 'unavailable' });

    control.clearFaults();
    passTo(2 * 3600_000 + 11_000);
    let now = await webApp();
    while (now.staleBecause !== undefined) now = await webApp();
    expect(Date.parse(now.asOf)).toBe(start + 2 * 3600_000 + 11_000);
  });

  it('is read afresh for the forms of those who may change it', async () => {
    const { control } = simulator.current;
    await webApp();
    await scans();
    passTo(4000);
    await backend.get(`${pathOf(WEB_APP)}?fresh=true`).expect(200);
    expect(backend.calls()).toEqual([GET, SEARCH]);
    passTo(6000);
    await backend.get(`${pathOf(WEB_APP)}?fresh=true`).expect(200);
    await backend.get(`${pathOf(WEB_APP)}/scans?fresh=true`).expect(200);
    expect(backend.calls()).toEqual([GET, SEARCH, GET, SEARCH]);

    control.clearJournal();
    passTo(60_000);
    backend.denied.add('qualys.webApp.update').add('qualys.scan.run');
    for (const path of ['', '/scans']) {
      const { status, body } = await backend.get(
        `${pathOf(WEB_APP)}${path}?fresh=true`,
      );
      expect(status).toBe(403);
      expect(body.error.code).toBe('permission');
    }
    expect(backend.calls()).toEqual([]);
  });

  it('stands in the summary as far as it is known without a call', async () => {
    const read = async () => {
      const { body } = await backend.get(SUMMARY);
      return entitySummarySchema.strict().parse(body).webApps;
    };
    const claim = {
      subscription: 'main',
      objectId: String(WEB_APP),
      state: 'accepted',
    };
    expect(await read()).toEqual([claim]);
    expect(backend.calls()).toEqual([]);
    const known = { webApp: await webApp(), scans: await scans() };
    expect(await read()).toEqual([{ ...claim, ...known }]);
    expect(backend.calls()).toHaveLength(2);

    const { body } = await backend.get('/entities/component/default/other');
    expect(body.webApps).toEqual([{ ...claim, state: 'open' }]);
  });

  it('says what its forms can choose from, and nothing of others', async () => {
    const { status, body } = await backend.get(`${pathOf(WEB_APP)}/choices`);
    expect(status).toBe(200);
    expect(webAppChoicesSchema.strict().parse(body)).toMatchObject({
      dnsOverrides: [
        {
          id: '14620',
          name: 'origin',
          mappings: [{ hostName: 'www.example.com', ipAddress: '203.0.113.1' }],
        },
      ],
      authRecords: [{ id: '61', name: 'checkout scan user' }],
      profiles: [],
    });
    expect(JSON.stringify(body)).not.toContain('secret of others');
  });

  it('says so to those alone who can use one of the forms', async () => {
    const choices = () => backend.get(`${pathOf(WEB_APP)}/choices`);
    backend.denied.add('qualys.webApp.update');
    await choices().expect(200);
    backend.denied.add('qualys.scan.run');
    simulator.current.control.clearJournal();
    const { status, body } = await choices();
    expect(status).toBe(403);
    expect(body.error.message).toContain('qualys.webApp.update');
    backend.denied.delete('qualys.webApp.update');
    await choices().expect(200);
    expect(backend.calls()).toEqual([]);
  });
});

describe('scans that are on their way', () => {
  it('move by themselves, seldomer as they grow older, for all viewers together', async () => {
    const { control } = simulator.current;
    control.addScan({ id: 83, webAppId: WEB_APP });
    const states: (string | undefined)[] = [];
    // Half a minute SUBMITTED, two minutes RUNNING, one PROCESSING.
    for (let seconds = 0; seconds <= 300; seconds += 5) {
      passTo(seconds * 1000);
      const periodMs = seconds < 120 ? 15_000 : 60_000;
      let [{ items, asOf }] = await Promise.all(
        Array.from({ length: 10 }, scans),
      );
      while (
        items.some(({ ended }) => !ended) &&
        Date.now() - Date.parse(asOf) >= periodMs
      ) {
        ({ items, asOf } = await scans());
      }
      if (states.at(-1) !== items[0].status) states.push(items[0].status);
    }
    expect(states).toEqual(['SUBMITTED', 'RUNNING', 'PROCESSING', 'FINISHED']);
    const calls = backend.calls().length;
    expect(calls).toBeGreaterThanOrEqual(9);
    // Once it has ended, nobody asks any more.
    expect(calls).toBeLessThanOrEqual(11);
    const ended = await scans();
    expect(ended.items[0]).toMatchObject({ id: '83', ended: true });
  });

  it('leave most calls of an hour to others, however long they take', async () => {
    simulator.current.control.addFault({
      match: { path: '/search/was/wasscan' },
      kind: 'status',
      status: 200,
      body: wasAnswer({
        WasScan: {
          id: 83,
          status: 'RUNNING',
          launchedDate: new Date(start).toISOString(),
          target: { webApp: { id: WEB_APP } },
        },
      }),
    });
    const moreCallsThan = (count: number) =>
      until(() => backend.calls().length > count);
    for (let seconds = 0; seconds < 3600; seconds += 15) {
      passTo(seconds * 1000);
      const before = backend.calls().length;
      const { asOf } = await scans();
      const age = Date.now() - Date.parse(asOf);
      const isDue = age >= (seconds < 120 ? 15_000 : 60_000);
      if (isDue && (seconds < 900 || age >= 300_000)) {
        await moreCallsThan(before);
        let renewed = asOf;
        while (renewed === asOf) ({ asOf: renewed } = await scans());
      }
    }
    // Eight in two minutes, 13 in a quarter of an hour, nine in the rest.
    expect(backend.calls().length).toBeGreaterThanOrEqual(28);
    expect(backend.calls().length).toBeLessThanOrEqual(32);
  });
});
