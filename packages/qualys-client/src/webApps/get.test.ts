import {
  clientOf,
  errorOf,
  json,
  startServer,
  type TestServer,
} from '../__testUtils__/server';
import type { QualysClient } from '../client';

const SAMPLE_XML = `<?xml version="1.0" encoding="UTF-8"?>
<ServiceResponse xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
xsi:noNamespaceSchemaLocation="http://qualysapi.qualys.com/qps/xsd/3.0/was/webapp.xsd">
<responseCode>SUCCESS</responseCode>
<count>1</count>
<data>
<WebApp>
<id>14321734</id>
<name>
<![CDATA[My Web Application5]]>
</name>
<url>
<![CDATA[http://mywebapp.com]]>
</url>
<config>
<defaultDnsOverride>
<id>14620</id>
<name>
<![CDATA[eee]]>
</name>
</defaultDnsOverride>
</config>
<crawlingScripts>
<count>0</count>
</crawlingScripts>
</WebApp>
</data>
</ServiceResponse>`;

const SAMPLE_JSON = {
  ServiceResponse: {
    responseCode: 'SUCCESS',
    count: 1,
    data: [
      {
        WebApp: {
          id: 14321734,
          name: 'My Web Application5',
          url: 'http://mywebapp.com',
          config: { defaultDnsOverride: { id: 14620, name: 'eee' } },
          crawlingScripts: { count: 0 },
        },
      },
    ],
  },
};

describe.each(['json', 'xml'] as const)('a web app in %s', dialect => {
  let server: TestServer;
  let client: QualysClient;

  beforeAll(async () => {
    server = await startServer((request, response) => {
      if (request.method === 'GET' && request.url!.endsWith('/405')) {
        json(response, {}, 405);
      } else if (dialect === 'json') json(response, SAMPLE_JSON);
      else {
        response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' });
        response.end(SAMPLE_XML);
      }
    });
    client = clientOf(server.url, { dialect });
  });
  beforeEach(() => {
    server.received.length = 0;
  });
  afterAll(async () => {
    await client.close();
    await server.stop();
  });

  it('is read as the document shows it', async () => {
    expect(await client.webApps.get('14321734')).toEqual({
      id: '14321734',
      name: 'My Web Application5',
      url: 'http://mywebapp.com',
      config: { defaultDnsOverride: { id: '14620', name: 'eee' } },
    });
    const [{ method, url, headers }] = server.received;
    expect(`${method} ${url.pathname}`).toBe(
      'GET /qps/rest/3.0/get/was/webapp/14321734',
    );
    expect(headers.accept).toBe(`application/${dialect}`);
  });

  it('is read with POST where the server does not know GET', async () => {
    expect((await client.webApps.get('405')).id).toBe('14321734');
    expect(server.received.map(({ method }) => method)).toEqual([
      'GET',
      'POST',
    ]);
  });

  it.each(['', 'x', '1/2', '0', '../1', 7])(
    'is not asked for by %p',
    async id => {
      const error = await errorOf(client.webApps.get(id as string));
      expect(error.kind).toBe('invalid');
      expect(error.message).toContain('A web app: id: must be');
      expect(server.received).toHaveLength(0);
    },
  );
});
