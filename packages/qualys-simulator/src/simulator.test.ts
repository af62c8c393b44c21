import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PortTakenError, startSimulator } from '.';
import {
  basic,
  startPlatform,
  type TestPlatform,
} from './__testUtils__/platform';

const LIST = '/cloudview-api/rest/v1/aws/connectors?pageNo=0&pageSize=1';
const VERSION = '/qps/rest/portal/version';

describe('the hosts of the platform', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform({
      credentials: { username: 'acme_ab', password: 'pa:ss wörd' },
    });
  });
  afterAll(() => platform.stop());

  it('answers each path on its own host alone', async () => {
    const headers = basic(platform.credentials);
    const status = async (url: string) =>
      (await platform.call(url, { headers })).status;
    const { api, gateway, cloudView } = platform.urls;

    expect(await status(cloudView + LIST)).toBe(200);
    expect(await status(api + LIST)).toBe(404);
    expect(await status(gateway + LIST)).toBe(401);

    expect(await status(api + VERSION)).toBe(200);
    expect(await status(cloudView + VERSION)).toBe(404);
    expect(await status(gateway + VERSION)).toBe(404);
    expect(await status(`${gateway}/`)).toBe(404);
  });

  it('says what is not found as Spring does', async () => {
    const { urls } = platform;
    const answer = await platform.call(`${urls.api}${LIST}`);
    expect(answer.json()).toEqual({
      timestamp: '2026-03-04T10:30:00.000+0000',
      status: 404,
      error: 'Not Found',
      message: expect.any(String),
      path: '/cloudview-api/rest/v1/aws/connectors',
    });
  });

  it.each([
    ['no credentials', {}],
    ['a wrong password', basic({ username: 'acme_ab', password: 'pass' })],
    ['a wrong user', basic({ username: 'acme_ac', password: 'pa:ss wörd' })],
    ['a token', { authorization: 'Bearer abc' }],
    ['something unreadable', { authorization: 'Basic ????' }],
  ])('refuses %s on CloudView and the API server', async (_, headers) => {
    const { urls, call } = platform;
    const fromCloudView = await call(urls.cloudView + LIST, { headers });
    const fromQps = await call(urls.api + VERSION, {
      headers: { ...headers, accept: 'application/json' },
    });
    for (const answer of [fromCloudView, fromQps]) {
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toMatch(/^Basic /);
    }
    expect(fromCloudView.json()).toEqual({
      errorCode: '401',
      message: 'Unauthorized user',
      timestamp: Date.UTC(2026, 2, 4, 10, 30),
    });
    expect(fromQps.json()).toMatchObject({
      ServiceResponse: { responseCode: 'INVALID_CREDENTIALS' },
    });
  });

  it('lets further users sign in', async () => {
    const other = { username: 'acme_mg', password: 'manager' };
    const withOther = await startPlatform({ otherUsers: [other] });
    for (const credentials of [other, withOther.credentials]) {
      const answer = await withOther.call(withOther.urls.cloudView + LIST, {
        headers: basic(credentials),
      });
      expect(answer.status).toBe(200);
    }
    await withOther.stop();
  });

  it('answers the version of the portal in XML and in JSON', async () => {
    const headers = basic(platform.credentials);
    const url = platform.urls.api + VERSION;

    const xml = await platform.call(url, { headers });
    expect(xml.headers['content-type']).toMatch(/^application\/xml/);
    expect(xml.text).toContain('<responseCode>SUCCESS</responseCode>');

    const json = await platform.call(url, {
      headers: { ...headers, accept: 'application/json' },
    });
    expect(json.json()).toMatchObject({
      ServiceResponse: {
        responseCode: 'SUCCESS',
        data: { 'Portal-Version': { 'WAS-VERSION': expect.any(String) } },
      },
    });
  });
});

describe('startSimulator', () => {
  it('names the port that is taken and leaves nothing running', async () => {
    const other = createServer();
    await new Promise<void>(done => {
      other.listen(0, '127.0.0.1', done);
    });
    const { port } = other.address() as AddressInfo;
    const first = await startSimulator();
    const freed = Number(new URL(first.urls.api).port);
    await first.stop();

    const failed = startSimulator({ ports: { api: freed, control: port } });
    await expect(failed).rejects.toThrow(PortTakenError);
    await expect(failed).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use already; choose another one with the option ports.control`,
    );

    const second = await startSimulator({ ports: { api: freed } });
    expect(second.urls.api).toBe(`http://127.0.0.1:${freed}`);
    await second.stop();
    await new Promise(done => {
      other.close(done);
    });
  });

  it('names an option that makes no sense', async () => {
    await expect(startSimulator({ connectors: -1 })).rejects.toThrow(
      /connectors/,
    );
    await expect(startSimulator({ seed: 1.5 })).rejects.toThrow(/seed/);
  });

  it('closes every connection when it stops, also one that waits', async () => {
    const platform = await startPlatform();
    platform.control.addFault({ match: {}, kind: 'slow', delayMs: 600_000 });
    const waiting = platform.call(platform.urls.cloudView + LIST);
    const outcome = waiting.then(String, () => 'failed');
    while (platform.control.journal().length === 0) {
      await new Promise(setImmediate);
    }
    await platform.stop();
    expect(await outcome).toBe('failed');
    await expect(platform.call(platform.urls.control)).rejects.toThrow();
  });
});
