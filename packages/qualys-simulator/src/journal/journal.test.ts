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
        status: 404,
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

  it('gives copies away', async () => {
    await platform.get('/aws/connectors?pageNo=0&pageSize=5');
    platform.control.journal()[0].path = 'changed';
    expect(platform.control.journal()[0].path).not.toBe('changed');
  });
});
