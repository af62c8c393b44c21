import { demoConnectors } from '..';
import {
  basic,
  startPlatform,
  type TestPlatform,
} from '../__testUtils__/platform';

describe('connectors of CloudView', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const list = (provider: string, query: string) =>
    platform.get(`/${provider}/connectors?${query}`);

  const refused = async (path: string) => {
    const url = `${platform.urls.cloudView}/cloudview-api/rest/v1${path}`;
    const answer = await platform.call(url, {
      headers: basic(platform.credentials),
    });
    return { status: answer.status, body: answer.json() };
  };

  const all = async (provider: string, query = '') => {
    const found = [];
    let page;
    do {
      const pageNo = page ? page.number + 1 : 0;
      page = await list(provider, `pageNo=${pageNo}&pageSize=50${query}`);
      found.push(...page.content);
    } while (!page.last);
    return found;
  };

  describe('paging', () => {
    it('has every connector of the three clouds once', async () => {
      const connectors = [
        ...(await all('aws')),
        ...(await all('azure')),
        ...(await all('gcp')),
      ];
      expect(connectors).toHaveLength(240);
      const ids = connectors.map(connector => connector.connectorId);
      expect(new Set(ids).size).toBe(240);
    });

    it('gives no more at once than the platform allows', async () => {
      const whole = await all('aws');
      platform.control.setBehaviours({ largestPage: 7 });
      const page = await list('aws', 'pageNo=1&pageSize=50');
      expect(page).toMatchObject({
        content: whole.slice(7, 14),
        size: 7,
        number: 1,
        totalElements: whole.length,
        totalPages: Math.ceil(whole.length / 7),
      });
    });

    it('answers pages as Spring does', async () => {
      const total = (await all('aws')).length;
      const totalPages = Math.ceil(total / 50);
      const page = await list('aws', 'pageNo=1&pageSize=50');
      const sort = { sorted: true, unsorted: false, empty: false };
      expect(page).toEqual({
        content: expect.any(Array),
        pageable: {
          sort,
          pageNumber: 1,
          pageSize: 50,
          offset: 50,
          paged: true,
          unpaged: false,
        },
        totalPages,
        totalElements: total,
        last: false,
        first: false,
        sort,
        numberOfElements: 50,
        size: 50,
        number: 1,
        empty: false,
      });
      const final = await list('aws', `pageNo=${totalPages - 1}&pageSize=50`);
      expect(final).toMatchObject({ last: true, first: false, empty: false });
      expect(final.numberOfElements).toBe(total - 50 * (totalPages - 1));
    });

    it('answers an empty page beyond the end', async () => {
      const page = await list('gcp', 'pageNo=99&pageSize=50');
      expect(page).toMatchObject({ content: [], last: true, empty: true });
    });

    it('looks at pageNo alone, not at pageNumber', async () => {
      const first = await list('aws', 'pageNo=0&pageSize=5');
      const again = await list('aws', 'pageNo=0&pageSize=5&pageNumber=3');
      expect(again).toEqual(first);
    });

    it('gives 300 connectors a page at most', async () => {
      platform.control.reset({ connectors: 1000 });
      const page = await list('aws', 'pageNo=0&pageSize=1000');
      expect(page).toMatchObject({ size: 300, numberOfElements: 300 });
      platform.control.reset({ connectors: 240 });
    });

    it.each([
      ['', 'pageNo'],
      ['pageNo=0', 'pageSize'],
      ['pageSize=50', 'pageNo'],
      ['pageNo=-1&pageSize=50', 'pageNo'],
      ['pageNo=0&pageSize=0', 'pageSize'],
      ['pageNo=0&pageSize=many', 'pageSize'],
    ])('refuses "%s", naming %s', async (query, named) => {
      const { status, body } = await refused(`/aws/connectors?${query}`);
      expect(status).toBe(400);
      expect(body).toEqual({
        errorCode: '400',
        message: expect.stringContaining(named),
        timestamp: expect.any(Number),
      });
    });
  });

  describe('sorting', () => {
    const times = (connectors: { lastSyncedOn: string }[]) =>
      connectors.map(connector => Date.parse(connector.lastSyncedOn));

    it('has the last synced first unless asked otherwise', async () => {
      const found = times(await all('aws'));
      expect(found).toEqual([...found].sort((a, b) => b - a));
      expect(times(await all('aws', '&sort=lastSyncedOn:desc'))).toEqual(found);
    });

    it('sorts the other way and by name', async () => {
      const found = times(await all('aws', '&sort=lastSyncedOn%3Aasc'));
      expect(found).toEqual([...found].sort((a, b) => a - b));

      const connectors = await all('azure', '&sort=name:desc');
      const names = connectors.map(connector => connector.name);
      expect(names).toEqual([...names].sort().reverse());
    });

    it.each(['colour:asc', 'name:up', 'name:asc:desc', 'toString'])(
      'refuses %s',
      async sort => {
        const { status, body } = await refused(
          `/aws/connectors?pageNo=0&pageSize=50&sort=${sort}`,
        );
        expect(status).toBe(400);
        expect(body.message).toMatch(/^Invalid sort/);
      },
    );
  });

  describe('one connector', () => {
    const demo = demoConnectors();

    it.each(demo)('$name is in $provider', async expected => {
      const path = `/${expected.provider.toLowerCase()}/connectors/${
        expected.id
      }`;
      const connector = await platform.get(path);
      const { provider } = expected;
      const account = {
        AWS: connector.awsAccountId,
        AZURE: connector.subscriptionId,
        GCP: connector.projectId,
      };
      expect(connector).toMatchObject({
        connectorId: expected.id,
        name: expected.name,
        provider,
        state: expected.state,
        isDisabled: expected.disabled,
        lastSyncedOn: expect.stringMatching(
          /^\w{3} \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4}$/,
        ),
      });
      expect(account[provider]).toBe(expected.account);
    });

    it('is not found in another cloud, nor under an unknown id', async () => {
      for (const path of [
        `/azure/connectors/${demo[0].id}`,
        `/azure/connectors/${demo[0].id}/errors?pageNo=0&pageSize=50`,
        '/aws/connectors/00000000-0000-0000-0000-000000000000',
      ]) {
        const { status, body } = await refused(path);
        expect(status).toBe(404);
        expect(body).toMatchObject({ status: 404, error: 'Not Found' });
      }
    });
  });

  describe('its errors', () => {
    it('are listed with their places, the newest first', async () => {
      const [, failing] = demoConnectors();
      const path = `/aws/connectors/${failing.id}`;
      const { lastSyncedOn } = await platform.get(path);
      const page = await platform.get(`${path}/errors?pageNo=0&pageSize=50`);
      expect(page.totalElements).toBe(failing.errors);
      expect(page.content[0]).toEqual({
        connectorId: failing.id,
        connectorName: failing.name,
        error: expect.stringContaining('sts:AssumeRole'),
        occuredOn: lastSyncedOn,
        region: 'us-east-1',
      });
    });

    it('come in pages', async () => {
      const errors = Array.from({ length: 120 }, (_, index) => ({
        error: `failure ${index}`,
        region: 'eu-west-1',
      }));
      const { connectorId } = platform.control.addConnector({
        state: 'ERROR',
        errors,
      });
      const path = `/aws/connectors/${connectorId}/errors`;
      const last = await platform.get(`${path}?pageNo=2&pageSize=50`);
      expect(last).toMatchObject({
        totalElements: 120,
        totalPages: 3,
        numberOfElements: 20,
        last: true,
      });
      expect(last.content[19].error).toBe('failure 119');
      expect((await refused(path)).status).toBe(400);
    });

    it('have a location in Azure', async () => {
      const failing = demoConnectors().find(
        ({ provider, state }) => provider === 'AZURE' && state === 'ERROR',
      );
      const page = await platform.get(
        `/azure/connectors/${failing?.id}/errors?pageNo=0&pageSize=50`,
      );
      expect(page.content).toHaveLength(2);
      expect(page.content[0]).toMatchObject({ location: 'eastus' });
      expect(page.content[0]).not.toHaveProperty('region');
    });

    it('are none where all is well', async () => {
      const [well] = demoConnectors();
      const page = await platform.get(
        `/aws/connectors/${well.id}/errors?pageNo=0&pageSize=50`,
      );
      expect(page).toMatchObject({ content: [], totalElements: 0, last: true });
    });
  });

  it('names the accounts that roles are assumed from', async () => {
    const accounts = await platform.get('/aws/connectors/awsBaseAccountId');
    for (const name of ['globalAccountId', 'govAccountId', 'chinaAccountId']) {
      expect(accounts[name]).toMatch(/^\d{12}$/);
    }
    expect(Object.values(accounts).map(value => typeof value)).toEqual(
      Array(6).fill('string'),
    );
  });
});
