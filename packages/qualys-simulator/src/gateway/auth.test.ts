import {
  basic,
  startPlatform,
  type TestPlatform,
} from '../__testUtils__/platform';

const LIST = '/cloudview-api/rest/v1/aws/connectors?pageNo=0&pageSize=5';
const FOUR_HOURS = 4 * 3600 * 1000;

describe('the gateway', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 12 });
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const signIn = (fields: Record<string, string>, method = 'POST') =>
    platform.call(`${platform.urls.gateway}/auth`, {
      method: method as 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  const list = (authorization?: string) =>
    platform.send(
      'GET',
      platform.urls.gateway + LIST,
      undefined,
      authorization === undefined ? {} : { authorization },
    );
  const statusWith = async (authorization?: string) =>
    (await list(authorization)).status;

  it('answers a JWT that says when it expires', async () => {
    const answer = await signIn({ ...platform.credentials, token: 'true' });
    expect(answer.status).toBe(201);
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
    const [header, claims, signature] = answer.text.split('.');
    const read = (part: string) =>
      JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(read(header)).toMatchObject({ typ: 'JWT' });
    const now = Date.parse(platform.control.health().now) / 1000;
    expect(read(claims)).toMatchObject({
      sub: 'demo_qs',
      iat: now,
      exp: now + 4 * 3600,
    });
    expect(signature).not.toBe('');
  });

  it('gives a password that holds signs of a form its meaning', async () => {
    const credentials = { username: 'a&b', password: 'p+ =&%ü' };
    const other = await startPlatform({ connectors: 0, credentials });
    await expect(other.signIn()).resolves.toMatch(/^e/);
    await other.stop();
  });

  it('refuses other users, and forms that ask for no token', async () => {
    const { credentials } = platform;
    const wrong = { ...credentials, password: 'hush', token: 'true' };
    const refused = await signIn(wrong);
    expect(refused.status).toBe(401);
    expect(refused.json()).toEqual({ message: expect.any(String) });
    expect((await signIn({ ...credentials })).status).toBe(400);
    expect((await signIn(wrong, 'PUT')).status).toBe(405);
  });

  it('shows CloudView to those who carry a token', async () => {
    const answer = await list(`Bearer ${await platform.signIn()}`);
    expect(answer.status).toBe(200);
    expect(answer.json().content).toHaveLength(5);
  });

  it('refuses what is no token of it', async () => {
    for (const authorization of [
      undefined,
      'Bearer abc',
      basic(platform.credentials).authorization,
    ]) {
      const answer = await list(authorization);
      expect(answer.status).toBe(401);
      expect(answer.json()).toEqual({ message: expect.any(String) });
    }
  });

  it('lets tokens expire after four hours', async () => {
    const bearer = `Bearer ${await platform.signIn()}`;
    platform.control.advanceClock(FOUR_HOURS - 1);
    expect(await statusWith(bearer)).toBe(200);
    platform.control.advanceClock(1);
    expect(await statusWith(bearer)).toBe(401);
    expect(await statusWith(`Bearer ${await platform.signIn()}`)).toBe(200);
  });

  it('lets tokens expire when it is told to', async () => {
    const bearer = `Bearer ${await platform.signIn()}`;
    platform.control.expireTokens();
    expect(await statusWith(bearer)).toBe(401);
  });
});
