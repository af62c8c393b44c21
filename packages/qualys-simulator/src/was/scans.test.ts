import { demoWebApps } from '..';
import { startPlatform, type TestPlatform } from '../__testUtils__/platform';
import { qpsCaller, treeOf } from '../__testUtils__/qps';

describe('scans of WAS', () => {
  let platform: TestPlatform;
  const qps = qpsCaller(() => platform);

  beforeAll(async () => {
    platform = await startPlatform({ settleSeconds: 60 });
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const get = async (id: number): Promise<any> =>
    (await qps.json(`3.0/get/was/wasscan/${id}`)).data[0].WasScan;
  const status = async (id: number): Promise<any> =>
    (await qps.json(`3.0/status/was/wasscan/${id}`)).data[0].WasScan;
  const launch = (scan: object) =>
    qps.json('3.0/launch/was/wasscan', { data: { WasScan: scan } });
  const cancel = (id: number, withResults?: boolean) =>
    qps.json(`3.0/cancel/was/wasscan/${id}`, {
      ...(withResults === undefined
        ? {}
        : { data: { WasScan: { cancelWithResults: withResults } } }),
    });

  it('tell that they are processed, as the sample of the document does', async () => {
    platform.control.addScan({ id: 1902350, status: 'PROCESSING' });
    // The document posts, without a body.
    const xml = treeOf(await qps.xml('3.0/status/was/wasscan/1902350'));
    expect(xml.ServiceResponse).toMatchObject({
      responseCode: 'SUCCESS',
      count: '1',
      data: { WasScan: { id: '1902350', status: 'PROCESSING' } },
    });
    expect(await status(1902350)).toEqual({
      id: 1902350,
      status: 'PROCESSING',
    });
  });

  it('go through their states once they are launched', async () => {
    const id = platform.control.addWebApp({});
    const answer = await launch({
      name: 'now',
      type: 'VULNERABILITY',
      target: { webApp: { id } },
      profile: { id: 139359 },
    });
    const scan = answer.data[0].WasScan;
    expect(answer.data).toEqual([{ WasScan: { id: expect.any(Number) } }]);
    expect(scan.id).toBeGreaterThan(2 ** 31);

    const seen: string[] = [];
    for (let step = 0; step < 8; step += 1) {
      seen.push((await status(scan.id)).status);
      platform.control.advanceClock(30_000);
    }
    expect(seen).toEqual([
      'SUBMITTED',
      'RUNNING',
      'RUNNING',
      'RUNNING',
      'RUNNING',
      'PROCESSING',
      'PROCESSING',
      'FINISHED',
    ]);
    expect(await status(scan.id)).toEqual({
      id: scan.id,
      status: 'FINISHED',
      summary: {
        resultsStatus: expect.stringMatching(/^[A-Z_]+$/),
        authStatus: 'NONE',
      },
    });
    expect(await get(scan.id)).toMatchObject({
      mode: 'API',
      multi: 'false',
      launchedDate: '2026-03-04T10:30:00Z',
      endScanDate: '2026-03-04T10:33:30Z',
    });
    const [webApp] = await qps.search(
      '3.0/search/was/webapp',
      [['id', 'EQUALS', String(id)]],
      { verbose: true },
    );
    expect(webApp.lastScan.id).toBe(scan.id);
  });

  it('end in many ways, mostly well', async () => {
    const id = platform.control.addWebApp({});
    for (let index = 0; index < 60; index += 1) {
      await launch({
        name: `scan ${index}`,
        type: 'DISCOVERY',
        target: { webApp: { id } },
      });
    }
    platform.control.advanceClock(600_000);
    const scans = await qps.search('3.0/search/was/wasscan', [
      ['webApp.id', 'EQUALS', String(id)],
    ]);
    const good = scans.filter(
      scan =>
        scan.status === 'FINISHED' &&
        scan.summary.resultsStatus === 'SUCCESSFUL',
    );
    expect(scans).toHaveLength(60);
    expect(good.length).toBeGreaterThan(40);
    expect(good.length).toBeLessThan(60);
  });

  it('take the default settings of the web app', async () => {
    const override = platform.control.addDnsOverride({ name: 'o' });
    const record = platform.control.addAuthRecord({ name: 'user' });
    const id = platform.control.addWebApp({
      defaultDnsOverrideId: override,
      defaultAuthRecordId: record,
      cancelScansAfterNHours: 3,
    });
    const answer = await launch({
      name: 'x',
      type: 'VULNERABILITY',
      target: { webApp: { id }, webAppAuthRecord: { isDefault: true } },
    });
    expect(await get(answer.data[0].WasScan.id)).toMatchObject({
      cancelAfterNHours: 3,
      target: {
        webAppAuthRecord: { id: record, name: 'user' },
        dnsOverride: { id: override, name: 'o' },
      },
    });
  });

  it.each([
    [{ type: 'VULNERABILITY', target: { webApp: { id: 1 } } }, 'name'],
    [{ name: 'x', type: 'OTHER', target: { webApp: { id: 1 } } }, 'type'],
    [{ name: 'x', type: 'VULNERABILITY' }, 'webApp'],
    [
      { name: 'x', type: 'VULNERABILITY', target: { webApp: { id: 1 } } },
      'there is no 1',
    ],
  ])('are not launched with %j', async (scan, word) => {
    const answer = await launch(scan);
    expect(answer.responseCode).toBe('INVALID_REQUEST');
    expect(answer.responseErrorDetails?.errorMessage).toContain(word);
  });

  it('are cancelled, without results or with them', async () => {
    const [one, two] = [1, 2].map(() =>
      platform.control.addScan({ status: 'RUNNING' }),
    );
    expect((await cancel(one)).data).toEqual([{ WasScan: { id: one } }]);
    expect(await status(one)).toMatchObject({
      status: 'CANCELED',
      summary: { resultsStatus: 'CANCELED' },
    });

    await cancel(two, true);
    expect((await status(two)).status).toBe('PROCESSING');
    platform.control.advanceClock(60_000);
    expect(await status(two)).toMatchObject({
      status: 'FINISHED',
      summary: { resultsStatus: 'CANCELED_WITH_RESULTS' },
    });
  });

  it.each(['PROCESSING', 'CANCELED', 'FINISHED'])(
    'are not cancelled when they are %s',
    async state => {
      const id = platform.control.addScan({ status: state });
      const answer = await cancel(id);
      expect(answer).toMatchObject({
        responseCode: 'INVALID_REQUEST',
        responseErrorDetails: {
          errorMessage: `Scan is not in a running state. Scan status: ${state}`,
        },
      });
    },
  );

  it('are deleted unless they run', async () => {
    const running = platform.control.addScan({ status: 'RUNNING' });
    const ended = platform.control.addScan({ status: 'ERROR' });
    const refused = await qps.json(`3.0/delete/was/wasscan/${running}`, {});
    expect(refused.responseCode).toBe('INVALID_REQUEST');
    await qps.json(`3.0/delete/was/wasscan/${ended}`, {});
    const gone = await qps.json(`3.0/get/was/wasscan/${ended}`);
    expect(gone.responseCode).toBe('OBJECT_NOT_FOUND');
  });

  it.each([
    ['status', 'IN', 'SUBMITTED,RUNNING', ['runs']],
    ['resultsStatus', 'EQUALS', 'SERVICE_ERROR', ['fails']],
    ['authStatus', 'EQUALS', 'FAILED', ['fails']],
    ['webApp.name', 'EQUALS', 'target', ['runs', 'fails']],
    ['webApp.tags', 'NONE', '', ['runs', 'fails']],
    ['launchedDate', 'GREATER', '2026-03-04T10:00:00Z', ['runs', 'fails']],
  ])('are found by %s', async (field, operator, value, names) => {
    const webAppId = platform.control.addWebApp({ name: 'target' });
    platform.control.addScan({ webAppId, name: 'runs', status: 'RUNNING' });
    platform.control.addScan({
      webAppId,
      name: 'fails',
      status: 'FINISHED',
      resultsStatus: 'SERVICE_ERROR',
      authStatus: 'FAILED',
    });
    const found = await qps.search('3.0/search/was/wasscan', [
      ['webApp.id', 'EQUALS', String(webAppId)],
      [field, operator, value],
    ]);
    expect(found.map(scan => scan.name)).toEqual(names);
  });

  it('of the demo have ended', async () => {
    for (const demo of demoWebApps()) {
      const scans = await qps.search('3.0/search/was/wasscan', [
        ['webApp.id', 'EQUALS', demo.id],
      ]);
      expect(scans).toHaveLength(demo.scans);
      expect(scans.at(-1)?.summary.resultsStatus).toBe(demo.lastResults);
    }
  });
});
