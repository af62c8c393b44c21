import { demoWebApps } from '..';
import { startPlatform, type TestPlatform } from '../__testUtils__/platform';
import { qpsCaller } from '../__testUtils__/qps';

const NOUNS = ['webapp', 'wasscan', 'dnsoverride'];

describe('the data of WAS', () => {
  let platform: TestPlatform;
  const qps = qpsCaller(() => platform);

  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset({ connectors: 240, seed: 1 }));

  const everything = async () => {
    const answers = await Promise.all(
      NOUNS.map(noun =>
        qps.search(`3.0/search/was/${noun}`, [], {
          verbose: true,
          limitResults: 1000,
        }),
      ),
    );
    return Object.fromEntries(
      NOUNS.map((noun, place) => [noun, answers[place]]),
    );
  };

  it('follow from the seed, whatever was done to them', async () => {
    const before = await everything();
    const [demo] = demoWebApps();
    await qps.json(`3.0/delete/was/webapp/${demo.id}`, {});
    platform.control.addScan({});
    expect(await everything()).not.toEqual(before);
    platform.control.reset();
    expect(await everything()).toEqual(before);

    platform.control.reset({ seed: 7 });
    const other = await everything();
    expect(other.webapp).toHaveLength(before.webapp.length);
    expect(other.webapp[0].id).not.toBe(before.webapp[0].id);
    const named = await qps.json(`3.0/get/was/webapp/${demoWebApps(7)[0].id}`);
    expect(named.data[0].WebApp.name).toBe(demo.name);
  });

  it('hold together: every id once, every reference known', async () => {
    const data = await everything();
    for (const noun of NOUNS) {
      const ids = data[noun].map(object => object.id);
      expect(ids.length).toBeGreaterThan(2);
      expect(new Set(ids).size).toBe(ids.length);
    }
    const webApps = new Set(data.webapp.map(({ id }) => id));
    for (const scan of data.wasscan) {
      expect(webApps).toContain(scan.target.webApp.id);
      expect(['FINISHED', 'ERROR']).toContain(scan.status);
    }
    const overrides = new Set(data.dnsoverride.map(({ id }) => id));
    const defaults = data.webapp.flatMap(
      ({ config }) => config?.defaultDnsOverride?.id ?? [],
    );
    expect(defaults.length).toBeGreaterThan(0);
    for (const id of defaults) expect(overrides).toContain(id);
  });

  it('are none where there are no connectors', async () => {
    platform.control.reset({ connectors: 0 });
    for (const objects of Object.values(await everything())) {
      expect(objects).toEqual([]);
    }
  });

  it.each([
    ['/web-apps', '3.0/get/was/webapp'],
    ['/scans', '3.0/get/was/wasscan'],
    ['/dns-overrides', '3.0/get/was/dnsoverride'],
    ['/asset-data-connectors', '3.0/get/am/awsassetdataconnector'],
  ])('grow by %s of the control port', async (path, get) => {
    const id = 4_711_001;
    await platform.controlPort('POST', path, { id });
    expect((await qps.json(`${get}/${id}`)).responseCode).toBe('SUCCESS');
  });

  it.each([
    ['/web-apps', {}],
    ['/scans', {}],
    ['/dns-overrides', {}],
    ['/asset-data-connectors', {}],
    ['/tags', { name: 't' }],
    ['/auth-records', { name: 'r' }],
  ])('are checked by %s of the control port', async (path, object) => {
    const id = 4_711_001;
    const added = await platform.controlPort('POST', path, { ...object, id });
    expect(added.status).toBe(201);
    expect(added.json()).toEqual({ id });
    const again = await platform.controlPort('POST', path, { ...object, id });
    expect(again.status).toBe(409);
    const wrong = await platform.controlPort('POST', path, {
      ...object,
      colour: 'red',
    });
    expect(wrong.status).toBe(400);
    expect(wrong.json().error).toContain('colour');
  });

  it('refuse a scan of a web app that is not there', () => {
    expect(() => platform.control.addScan({ webAppId: 5 })).toThrow(
      'There is no web app 5',
    );
  });
});
