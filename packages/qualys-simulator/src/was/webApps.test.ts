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
});
