import {
  basic,
  startPlatform,
  type TestPlatform,
} from '../__testUtils__/platform';
import { qpsCaller, treeOf } from '../__testUtils__/qps';

const GET = '3.0/get/was/webapp';
const CREATE = '3.0/create/was/webapp';

describe('the qps dialects', () => {
  let platform: TestPlatform;
  const qps = qpsCaller(() => platform);

  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const send = (
    path: string,
    headers: Record<string, string>,
    body?: string,
    method = 'POST',
  ) =>
    platform.call(`${platform.urls.api}/qps/rest/${path}`, {
      method: method as 'POST',
      headers: { ...basic(platform.credentials), ...headers },
      body,
    });

  it.each([
    [undefined, 'application/xml'],
    ['*/*', 'application/xml'],
    ['text/xml', 'text/xml'],
    ['application/json', 'application/json'],
    ['application/json, text/plain, */*', 'application/json'],
    ['text/plain', 'application/xml'],
  ])('are chosen by Accept: %s', async (accept, type) => {
    const id = platform.control.addWebApp({});
    const headers: Record<string, string> = accept ? { accept } : {};
    const answer = await send(`${GET}/${id}`, headers);
    const form = type.endsWith('json') ? /json/ : /xml/;
    expect(answer.headers['content-type']).toMatch(form);
    expect(answer.text).toContain('SUCCESS');
  });

  it.each(['text/xml', 'application/xml', 'text/xml; charset=utf-8'])(
    'take XML as %s and answer it in JSON where that is asked for',
    async type => {
      const answer = await send(
        CREATE,
        { 'content-type': type, accept: 'application/json' },
        '<ServiceRequest><data><WebApp><url>http://a.example.com</url><name>a</name></WebApp></data></ServiceRequest>',
      );
      expect(answer.json().ServiceResponse).toMatchObject({
        responseCode: 'SUCCESS',
        count: 1,
        data: [{ WebApp: { id: expect.any(Number), name: 'a' } }],
      });
    },
  );

  it.each([
    'plain',
    'a < b & c > d',
    '"quoted" \'text\'',
    ']]> and <![CDATA[',
    '&amp; &#228; stays',
    'ünïcode 漢字 🚀',
    '  inner   spaces  kept  '.trim(),
  ])('carry the text %s both ways', async name => {
    const answer = await qps.json(CREATE, {
      data: { WebApp: { name, url: 'http://a.example.com' } },
    });
    const { id } = answer.data[0].WebApp;
    const xml = treeOf(await qps.xml(`${GET}/${id}`));
    expect(xml.ServiceResponse.data.WebApp.name).toBe(name);

    const connector = platform.control.addAssetDataConnector({ name });
    const noun = 'am/awsassetdataconnector';
    const shown = await qps.xml(`3.0/get/${noun}/${connector}`);
    expect(shown).toContain(
      `<name>${name
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')}</name>`,
    );
  });

  it('read entities and characters by number in XML', async () => {
    const answer = treeOf(
      await qps.xml(
        CREATE,
        '<?xml version="1.0"?><ServiceRequest><data><WebApp><name>a &amp; b &lt;c&gt; &#228; &#x41;</name><url>http://a.example.com/?x=1&amp;y=2</url></WebApp></data></ServiceRequest>',
      ),
    );
    expect(answer.ServiceResponse.data.WebApp).toMatchObject({
      name: 'a & b <c> ä A',
      url: 'http://a.example.com/?x=1&y=2',
    });
  });

  it.each([
    ['<ServiceRequest><data>', 'not well-formed'],
    [
      '<!DOCTYPE x [<!ENTITY e "boom">]><ServiceRequest/>',
      'document type declaration',
    ],
    ['<a>'.repeat(5000) + '</a>'.repeat(5000), 'nested too deeply'],
    ['<Other/>', 'ServiceRequest'],
    ['<ServiceRequest><data><Colour/></data></ServiceRequest>', 'Colour'],
    ['<ServiceRequest/>', 'no WebApp'],
    [
      '<ServiceRequest><data><WebApp><name><b/></name></WebApp></data></ServiceRequest>',
      'WebApp.name',
    ],
  ])('refuse %.60s in a good answer', async (body, word) => {
    const answer = treeOf(await qps.xml(CREATE, body));
    expect(answer.ServiceResponse.responseCode).toBe('INVALID_REQUEST');
    expect(answer.ServiceResponse.responseErrorDetails.errorMessage).toContain(
      word,
    );
  });

  it('refuse a caller with status 401, in the dialect that is asked for', async () => {
    const path = `${platform.urls.api}/qps/rest/${GET}/1`;
    const authorization = 'Basic eDp5';
    const json = await platform.call(path, {
      headers: { authorization, accept: 'application/json' },
    });
    expect(json.status).toBe(401);
    expect(json.json().ServiceResponse.responseCode).toBe(
      'INVALID_CREDENTIALS',
    );
    const xml = await platform.call(path, { headers: { authorization } });
    expect(xml.status).toBe(401);
    expect(xml.text).toContain(
      '<responseCode>INVALID_CREDENTIALS</responseCode>',
    );
  });

  it.each([
    ['GET', CREATE],
    ['GET', '3.0/search/was/webapp'],
    ['PUT', '3.0/update/was/webapp/1'],
    ['DELETE', '3.0/delete/was/webapp/1'],
    ['DELETE', '3.0/delete/am/awsassetdataconnector/1'],
    ['POST', 'portal/version'],
  ])('have no %s on %s', async (method, path) => {
    const answer = await send(path, {}, undefined, method);
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBeDefined();
  });

  it('refuse a body of another type', async () => {
    const body = '{"ServiceRequest":{}}';
    const untyped = await send(CREATE, {}, body);
    expect(untyped.status).toBe(415);
    const plain = await send(CREATE, { 'content-type': 'text/plain' }, body);
    expect(plain.status).toBe(415);
  });

  it.each([
    ['was/webapp', 99, 'OBJECT_NOT_FOUND'],
    ['was/wasscan', 99, 'OBJECT_NOT_FOUND'],
    ['was/dnsoverride', 99, 'OBJECT_NOT_FOUND'],
    ['am/gcpassetdataconnector', 99, 'OBJECT_NOT_FOUND'],
    ['was/webapp', 'abc', 'INVALID_REQUEST'],
  ])('answer get of %s/%s with status 200 and %s', async (noun, id, code) => {
    const answer = await qps.json(`3.0/get/${noun}/${id}`);
    expect(answer).toEqual({
      responseCode: code,
      responseErrorDetails: expect.objectContaining({
        errorMessage: expect.stringContaining(String(id)),
      }),
    });
  });

  it('find a connector in its own cloud alone', async () => {
    const id = platform.control.addAssetDataConnector({ provider: 'AZURE' });
    const azure = await qps.json(`3.0/get/am/azureassetdataconnector/${id}`);
    expect(azure.responseCode).toBe('SUCCESS');
    const aws = await qps.json(`3.0/get/am/awsassetdataconnector/${id}`);
    expect(aws.responseCode).toBe('OBJECT_NOT_FOUND');
  });
});
