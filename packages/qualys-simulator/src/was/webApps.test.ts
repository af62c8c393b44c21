import { demoWebApps } from '..';
import { startPlatform, type TestPlatform } from '../__testUtils__/platform';
import { qpsCaller, treeOf } from '../__testUtils__/qps';

describe('web apps of WAS', () => {
  let platform: TestPlatform;
  const qps = qpsCaller(() => platform);

  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const created = async (settings: object): Promise<any> => {
    const answer = await qps.json('3.0/create/was/webapp', {
      data: { WebApp: settings },
    });
    expect(answer.responseCode).toBe('SUCCESS');
    return answer.data[0].WebApp;
  };
  const update = (id: number, changes: object) =>
    qps.json(`3.0/update/was/webapp/${id}`, { data: { WebApp: changes } });
  const get = async (id: number | string): Promise<any> =>
    (await qps.json(`3.0/get/was/webapp/${id}`)).data[0].WebApp;

  describe('the samples of the document', () => {
    beforeEach(() => {
      platform.control.addDnsOverride({ id: 14620, name: 'eee' });
      platform.control.addDnsOverride({ id: 10820, name: 'Demo-updated3' });
    });

    it('creates a web app with a default DNS override', async () => {
      const xml = await qps.xml(
        '3.0/create/was/webapp/',
        `<ServiceRequest>
<data>
<WebApp>
<name><![CDATA[My Web Application5]]></name>
<url><![CDATA[http://mywebapp.com]]></url>
<config>
<defaultDnsOverride>
<id>14620</id>
</defaultDnsOverride>
</config>
</WebApp>
</data>
</ServiceRequest>`,
      );
      expect(xml).toMatch(
        /^<\?xml version="1.0" encoding="UTF-8"\?>\n<ServiceResponse xmlns:xsi="http:\/\/www.w3.org\/2001\/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http:\/\/127.0.0.1:\d+\/qps\/xsd\/3.0\/was\/webapp.xsd">\n<responseCode>SUCCESS<\/responseCode>\n<count>1<\/count>\n<data>\n<WebApp>\n<id>\d+<\/id>\n/,
      );
      expect(xml).toContain(
        '<name>\n<![CDATA[My Web Application5]]>\n</name>\n<url>\n<![CDATA[http://mywebapp.com]]>\n</url>\n',
      );
      expect(xml).toContain(
        '<config>\n<defaultDnsOverride>\n<id>14620</id>\n<name>\n<![CDATA[eee]]>\n</name>\n</defaultDnsOverride>\n</config>\n<crawlingScripts>\n<count>0</count>\n</crawlingScripts>\n',
      );
    });

    it('answers an update with the id alone, and shows the new default', async () => {
      platform.control.addWebApp({
        id: 14321734,
        name: 'My Web Application5',
        url: 'http://mywebapp.com',
        dnsOverrideIds: [14620, 10820],
        defaultDnsOverrideId: 14620,
      });
      const xml = await qps.xml(
        '3.0/update/was/webapp/14321734',
        `<ServiceRequest><data><WebApp><config><defaultDnsOverride>
<id>10820</id></defaultDnsOverride></config></WebApp></data></ServiceRequest>`,
      );
      expect(treeOf(xml).ServiceResponse).toEqual({
        responseCode: 'SUCCESS',
        count: '1',
        data: { WebApp: { id: '14321734' } },
      });

      // The document posts to get, without a body.
      const shown = await qps.xml('3.0/get/was/webapp/14321734');
      expect(treeOf(shown).ServiceResponse.data.WebApp).toMatchObject({
        id: '14321734',
        config: { defaultDnsOverride: { id: '10820', name: 'Demo-updated3' } },
        crawlingScripts: { count: '0' },
      });
    });
  });

  it('has those of the demo', async () => {
    for (const demo of demoWebApps()) {
      const webApp = await get(demo.id);
      expect(webApp).toMatchObject({
        id: Number(demo.id),
        name: demo.name,
        url: demo.url,
      });
      expect(webApp.lastScan?.summary.resultsStatus).toBe(demo.lastResults);
    }
  });

  describe('config', () => {
    const app = { name: 'a', url: 'https://a.example.com' };

    it('loses the time to cancel where an update does not name it, or keeps it', async () => {
      const { id } = await created({
        ...app,
        config: { cancelScansAfterNHours: 4 },
      });
      const override = platform.control.addDnsOverride({ name: 'o' });
      const change = {
        dnsOverrides: { set: { DnsOverride: { id: override } } },
        config: { defaultDnsOverride: { id: override } },
      };
      platform.control.setBehaviours({ webAppConfigWithoutCancel: 'kept' });
      await update(id, change);
      expect((await get(id)).config).toEqual({
        cancelScansAfterNHours: 4,
        defaultDnsOverride: { id: override, name: 'o' },
      });
      platform.control.setBehaviours({ webAppConfigWithoutCancel: 'cleared' });
      await update(id, { name: 'no config' });
      expect((await get(id)).config).toHaveProperty('cancelScansAfterNHours');
      await update(id, change);
      expect((await get(id)).config).not.toHaveProperty(
        'cancelScansAfterNHours',
      );
    });

    it('puts one way of cancelling in the place of the other', async () => {
      const { id } = await created({
        ...app,
        config: { cancelScansAfterNHours: 4 },
      });
      await update(id, { config: { cancelScansAt: '21:30' } });
      expect((await get(id)).config).toEqual({ cancelScansAt: '21:30' });
    });

    it('takes a default by its name, and by its id where both are there', async () => {
      const [one, two] = ['one', 'two'].map(name =>
        platform.control.addDnsOverride({ name }),
      );
      const ids = { DnsOverride: [{ id: one }, { id: two }] };
      const { id } = await created({ ...app, dnsOverrides: { set: ids } });
      await update(id, { config: { defaultDnsOverride: { name: 'two' } } });
      expect((await get(id)).config.defaultDnsOverride.id).toBe(two);
      await update(id, {
        config: { defaultDnsOverride: { id: one, name: 'two' } },
      });
      expect((await get(id)).config.defaultDnsOverride.id).toBe(one);
    });

    it('takes a default authentication record', async () => {
      const record = platform.control.addAuthRecord({ name: 'user' });
      const { id } = await created({
        ...app,
        config: { defaultAuthRecord: { id: record } },
      });
      expect((await get(id)).config.defaultAuthRecord).toEqual({
        id: record,
        name: 'user',
      });
    });

    it('loses the default together with its assignment', async () => {
      const override = platform.control.addDnsOverride({ name: 'o' });
      const { id } = await created({
        ...app,
        config: { defaultDnsOverride: { id: override } },
      });
      const reference = { DnsOverride: { id: override } };
      await update(id, { dnsOverrides: { remove: reference } });
      expect(await get(id)).not.toHaveProperty('config');
    });

    it.each([
      [{ cancelScansAfterNHours: 4, cancelScansAt: '10:00' }, 'not both'],
      [{ cancelScansAfterNHours: 0 }, 'cancelScansAfterNHours'],
      [{ cancelScansAt: 'noon' }, 'noon'],
      [{ defaultDnsOverride: { id: 999 } }, '999'],
      [{ defaultDnsOverride: {} }, 'defaultDnsOverride'],
      [{ defaultAuthRecord: { id: 999 } }, '999'],
      [{ colour: 'red' }, 'colour'],
    ])('is refused with %j', async (config, word) => {
      const { id } = await created(app);
      const before = await get(id);
      const answer = await update(id, { config });
      expect(answer.responseCode).toBe('INVALID_REQUEST');
      expect(answer.responseErrorDetails?.errorMessage).toContain(word);
      expect(await get(id)).toEqual(before);
    });

    it('is refused with a DNS override that is not assigned', async () => {
      const { id } = await created(app);
      const override = platform.control.addDnsOverride({});
      const answer = await update(id, {
        config: { defaultDnsOverride: { id: override } },
      });
      expect(answer.responseErrorDetails?.errorMessage).toContain(
        'not assigned',
      );
    });
  });

  it.each([
    [{ url: 'https://a.example.com' }, 'name'],
    [{ name: 'a' }, 'url'],
    [{ name: 'a', url: 'ftp://a.example.com' }, 'ftp'],
    [
      { name: 'a', url: 'https://a.b', tags: { set: { Tag: { id: 3 } } } },
      'tag 3',
    ],
  ])('creates none of %j', async (settings, word) => {
    const before = await qps.json('3.0/count/was/webapp');
    const answer = await qps.json('3.0/create/was/webapp', {
      data: { WebApp: settings },
    });
    expect(answer.responseErrorDetails?.errorMessage).toContain(word);
    expect(await qps.json('3.0/count/was/webapp')).toEqual(before);
  });

  it('shows settings in a search only where it is verbose', async () => {
    const [demo] = demoWebApps();
    const path = '3.0/search/was/webapp';
    const [brief] = await qps.search(path, [['id', 'EQUALS', demo.id]]);
    expect(Object.keys(brief)).toEqual([
      'id',
      'name',
      'url',
      'owner',
      'tags',
      'createdDate',
      'updatedDate',
    ]);
    const [whole] = await qps.search(path, [['id', 'EQUALS', demo.id]], {
      verbose: true,
    });
    expect(whole).toEqual(await get(demo.id));
  });

  it.each([
    ['tags.name', 'EQUALS', 'payments', 'Checkout'],
    ['url', 'CONTAINS', 'search.example', 'Product search'],
    ['lastScan.status', 'EQUALS', 'NO_WEB_SERVICE', 'Warehouse desk'],
    ['isScanned', 'EQUALS', 'false', 'Product search'],
    ['lastScan.date', 'GREATER', '2026-01-01', 'Checkout'],
  ])('are found by %s', async (field, operator, value, name) => {
    const found = await qps.search('3.0/search/was/webapp', [
      [field, operator, value],
    ]);
    expect(found.map(webApp => webApp.name)).toContain(name);
    const { count } = await qps.json('3.0/count/was/webapp');
    expect(found.length).toBeLessThan(count!);
  });
});
