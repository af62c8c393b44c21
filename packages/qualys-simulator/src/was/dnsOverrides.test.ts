import { startPlatform, type TestPlatform } from '../__testUtils__/platform';
import { qpsCaller, treeOf } from '../__testUtils__/qps';

const NOUN = 'was/dnsoverride';

describe('DNS overrides of WAS', () => {
  let platform: TestPlatform;
  const qps = qpsCaller(() => platform);

  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const write = (verb: string, override: object) =>
    qps.json(`3.0/${verb}/${NOUN}`, { data: { DnsOverride: override } });
  const get = async (id: number): Promise<any> =>
    (await qps.json(`3.0/get/${NOUN}/${id}`)).data[0].DnsOverride;

  const mapping = { hostName: 'www.example.com', ipAddress: '192.0.2.1' };
  const plain = { name: 'n', mappings: { set: { DnsMapping: mapping } } };

  it('are created with mappings and a comment, in XML', async () => {
    const xml = await qps.xml(
      `3.0/create/${NOUN}`,
      `<ServiceRequest><data><DnsOverride>
<comments><set><Comment><contents><![CDATA[why & how]]></contents></Comment></set></comments>
<mappings><set>
<DnsMapping><hostName>host_1</hostName><ipAddress>2.3.4.5</ipAddress></DnsMapping>
<DnsMapping><ipAddress>2001:db8::1</ipAddress><hostName>host_2</hostName></DnsMapping>
</set></mappings>
<name><![CDATA[DNS Record]]></name>
</DnsOverride></data></ServiceRequest>`,
    );
    const created = treeOf(xml).ServiceResponse.data.DnsOverride;
    expect(created).toMatchObject({
      name: 'DNS Record',
      mappings: {
        count: '2',
        list: {
          DnsMapping: [
            { hostName: 'host_1', ipAddress: '2.3.4.5' },
            { hostName: 'host_2', ipAddress: '2001:db8::1' },
          ],
        },
      },
      comments: { count: '1', list: { Comment: { contents: 'why & how' } } },
    });
    expect((await get(Number(created.id))).name).toBe('DNS Record');
  });

  it('are updated by the id that stands in the object', async () => {
    const id = platform.control.addDnsOverride({ mappings: [mapping] });
    const other = { hostName: 'b.example.com', ipAddress: '192.0.2.2' };
    const added = await write('update', {
      id,
      mappings: { add: { DnsMapping: other } },
      comments: { add: { Comment: { contents: 'added b' } } },
    });
    expect(added.data).toEqual([{ DnsOverride: { id } }]);
    await write('update', {
      id,
      mappings: { remove: { DnsMapping: mapping } },
    });
    expect(await get(id)).toMatchObject({
      mappings: { count: 1, list: [{ DnsMapping: other }] },
      comments: { count: 1, list: [{ Comment: { contents: 'added b' } }] },
    });
  });

  it.each([
    ['create', { mappings: plain.mappings }, 'name'],
    ['create', { name: 'x' }, 'mappings'],
    [
      'create',
      { name: 'x', mappings: { add: { DnsMapping: mapping } } },
      'set only',
    ],
    [
      'create',
      {
        name: 'x',
        mappings: { set: { DnsMapping: { ...mapping, ipAddress: '1.2.3' } } },
      },
      '1.2.3',
    ],
    [
      'create',
      {
        name: 'x',
        mappings: { set: { DnsMapping: { ...mapping, hostName: 'a b' } } },
      },
      'a b',
    ],
    [
      'create',
      {
        ...plain,
        comments: { set: { Comment: [{ contents: 'a' }, { contents: 'b' }] } },
      },
      'one comment',
    ],
    [
      'create',
      {
        ...plain,
        comments: { set: { Comment: { contents: 'x'.repeat(2049) } } },
      },
      '2048',
    ],
    ['create', { ...plain, name: 'taken' }, 'already'],
    ['update', { name: 'x' }, 'id'],
    ['update', { id: 77 }, 'needs one of'],
    ['update', { id: 78, name: 'x' }, '78'],
    ['update', { id: 77, name: 'taken' }, 'already'],
    [
      'update',
      {
        id: 77,
        mappings: {
          set: { DnsMapping: mapping },
          add: { DnsMapping: mapping },
        },
      },
      'together',
    ],
  ])('%s is refused with %j', async (verb, override, word) => {
    platform.control.addDnsOverride({ name: 'taken' });
    platform.control.addDnsOverride({ id: 77, name: 'other' });
    const before = await qps.search(`3.0/search/${NOUN}`);
    const answer = await write(verb, override);
    expect(answer.responseCode).not.toBe('SUCCESS');
    expect(answer.responseErrorDetails?.errorMessage).toContain(word);
    expect(await qps.search(`3.0/search/${NOUN}`)).toEqual(before);
  });

  it('have no path with an id but to be read', async () => {
    const id = platform.control.addDnsOverride({});
    for (const verb of ['update', 'delete']) {
      const answer = await qps.call('POST', `3.0/${verb}/${NOUN}/${id}`, {
        data: { DnsOverride: { name: 'x' } },
      });
      expect(answer.status).toBe(404);
    }
  });

  it('are deleted by conditions, and go from their web apps', async () => {
    const id = platform.control.addDnsOverride({ name: 'gone' });
    const webApp = platform.control.addWebApp({ defaultDnsOverrideId: id });
    const answer = await qps.json(`3.0/delete/${NOUN}`, {
      filters: {
        Criteria: { field: 'id', operator: 'EQUALS', value: String(id) },
      },
    });
    expect(answer.data).toEqual([{ DnsOverride: { id } }]);
    const shown = await qps.json(`3.0/get/was/webapp/${webApp}`);
    expect(shown.data[0].WebApp.dnsOverrides).toEqual({ count: 0 });
    expect(shown.data[0].WebApp).not.toHaveProperty('config');
  });

  it.each([
    ['owner.username', 'EQUALS', 'demo_qs'],
    ['name', 'CONTAINS', 'checkout'],
    ['createdDate', 'LESSER', '2026-01-01'],
  ])('are found by %s', async (field, operator, value) => {
    const found = await qps.search(`3.0/search/${NOUN}`, [
      [field, operator, value],
    ]);
    expect(found.map(override => override.name)).toContain(
      'Checkout: behind the load balancer',
    );
  });
});
