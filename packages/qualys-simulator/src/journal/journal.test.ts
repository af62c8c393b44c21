import {
  basic,
  START,
  startPlatform,
  type TestPlatform,
} from '../__testUtils__/platform';

describe('the journal', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 20 });
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  it('has every call with its answer, in order', async () => {
    const { cloudView, gateway } = platform.urls;
    await platform.get('/aws/connectors?pageNo=0&pageSize=5&sort=name:asc');
    platform.control.advanceClock(1500);
    await platform.call(`${cloudView}/cloudview-api/rest/v1/gcp/connectors`);
    await platform.call(`${gateway}/auth`, { method: 'POST' });
    expect(platform.control.journal()).toEqual([
      {
        at: new Date(START).toISOString(),
        host: 'cloudView',
        method: 'GET',
        path: '/cloudview-api/rest/v1/aws/connectors',
        query: { pageNo: '0', pageSize: '5', sort: 'name:asc' },
        status: 200,
        user: 'demo_qs',
      },
      {
        at: new Date(START + 1500).toISOString(),
        host: 'cloudView',
        method: 'GET',
        path: '/cloudview-api/rest/v1/gcp/connectors',
        query: {},
        status: 401,
      },
      {
        at: new Date(START + 1500).toISOString(),
        host: 'gateway',
        method: 'POST',
        path: '/auth',
        query: {},
        status: 415,
      },
    ]);
    platform.control.clearJournal();
    expect(platform.control.journal()).toEqual([]);
  });

  it('holds no secret', async () => {
    await platform.call(
      `${platform.urls.cloudView}/cloudview-api/rest/v1/azure/connectors?token=hush-1`,
      {
        method: 'POST',
        headers: {
          ...basic({ username: 'demo_qs', password: 'hush-2' }),
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          name: 'new',
          authenticationKey: 'hush-3',
          nested: [{ password: 'hush-4', private_key: 'hush-5' }],
        }),
      },
    );
    const [entry] = platform.control.journal();
    expect(entry).toMatchObject({
      user: 'demo_qs',
      status: 401,
      body: { name: 'new', authenticationKey: '[redacted]' },
    });
    const answer = await platform.controlPort('GET', '/journal');
    expect(answer.json()).toEqual([entry]);
    expect(answer.text).not.toContain('hush');
    expect(answer.text).not.toContain('Basic');
    expect(answer.text).not.toContain(
      basic({ username: 'demo_qs', password: 'hush-2' }).authorization.slice(6),
    );
  });

  it('keeps what was sent in XML, and no secret of it', async () => {
    await platform.call(`${platform.urls.api}/qps/rest/3.0/any`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: '<A><name>new</name><authenticationKey x="1"><![CDATA[hush]]></authenticationKey><b:password>hush</b:password></A>',
    });
    expect(platform.control.journal()[0].body).toBe(
      '<A><name>new</name><authenticationKey>[redacted]</authenticationKey><b:password>[redacted]</b:password></A>',
    );
  });

  it('keeps what was sent in forms, and no secret of it', async () => {
    await platform.call(`${platform.urls.gateway}/auth`, {
      method: 'POST',
      body: new URLSearchParams({ username: 'a', password: 'hush' }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const form = new FormData();
    form.set('name', 'new');
    form.set('configFile', new File(['hush'], 'key.json'));
    form.set('other', new File(['four'], 'a.txt', { type: 'text/plain' }));
    await platform.send(
      'POST',
      `${platform.urls.cloudView}/cloudview-api/rest/v1/gcp/connectors`,
      form,
    );
    expect(platform.control.journal().map(({ body }) => body)).toEqual([
      { username: 'a', password: '[redacted]' },
      {
        name: 'new',
        configFile: '[redacted]',
        other: { filename: 'a.txt', type: 'text/plain', bytes: 4 },
      },
    ]);
  });

  it('names the user of a token, and never the token', async () => {
    const token = `e30.${btoa('{"sub":"acme_ab"}')}.hush`;
    await platform.call(`${platform.urls.gateway}/partner-integration/x`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await platform.call(`${platform.urls.gateway}/partner-integration/x`, {
      headers: { authorization: 'Bearer nonsense' },
    });
    const [first, second] = platform.control.journal();
    expect(first.user).toBe('acme_ab');
    expect(second).not.toHaveProperty('user');
  });

  it('gives copies away', async () => {
    await platform.get('/aws/connectors?pageNo=0&pageSize=5');
    platform.control.journal()[0].path = 'changed';
    expect(platform.control.journal()[0].path).not.toBe('changed');
  });
});
