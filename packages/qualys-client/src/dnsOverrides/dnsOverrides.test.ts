import { all, errorOf } from '../__testUtils__/server';
import { setUpQps } from '../qps/__testUtils__/answers';

const success = (...records: object[]) => ({
  responseCode: 'SUCCESS',
  count: records.length,
  data: records.map(record => ({ DnsOverride: record })),
});
const mapping = { hostName: 'host_1', ipAddress: '2.3.4.5' };

describe.each(['json', 'xml'] as const)('DNS overrides in %s', dialect => {
  const t = setUpQps(dialect, { retries: { limit: 0 } });
  const wire = (value: unknown) => (dialect === 'json' ? value : String(value));
  // Several elements read as an array in XML, a single one does not.
  const several = <T>(...values: T[]) =>
    dialect === 'json' || values.length > 1 ? values : values[0];
  const sent = () =>
    t.received.map(({ method, path, body }) => [
      `${method} ${path.replace('/qps/rest/3.0', '')}`,
      body?.data?.DnsOverride,
    ]);

  it('are created with one comment', async () => {
    t.answer = () => success({ id: 7 });
    expect(
      await t.client.dnsOverrides.create({
        name: 'DNS Record',
        mappings: [mapping, { hostName: 'b', ipAddress: '::1' }],
        comment: 'a & b',
        tags: { set: ['1'] },
      }),
    ).toEqual({ id: '7' });
    expect(sent()).toEqual([
      [
        'POST /create/was/dnsoverride',
        {
          name: 'DNS Record',
          mappings: {
            set: { DnsMapping: [mapping, { hostName: 'b', ipAddress: '::1' }] },
          },
          comments: { set: { Comment: several({ contents: 'a & b' }) } },
          tags: { set: { Tag: several({ id: wire(1) }) } },
        },
      ],
    ]);
  });

  it('are changed with the id in what is sent', async () => {
    t.answer = () => success({ id: 7 });
    expect(
      await t.client.dnsOverrides.update('7', {
        mappings: { add: [mapping], remove: [mapping] },
      }),
    ).toEqual({ id: '7' });
    expect(sent()).toEqual([
      [
        'POST /update/was/dnsoverride',
        {
          id: wire(7),
          mappings: {
            add: { DnsMapping: several(mapping) },
            remove: { DnsMapping: several(mapping) },
          },
        },
      ],
    ]);
  });

  it('are deleted by a condition on the id', async () => {
    t.answer = () => success({ id: 7 });
    expect(await t.client.dnsOverrides.delete('7')).toBeUndefined();
    expect(t.received).toMatchObject([
      {
        method: 'POST',
        path: '/qps/rest/3.0/delete/was/dnsoverride',
        body: {
          filters: {
            Criteria:
              dialect === 'json'
                ? [{ field: 'id', operator: 'EQUALS', value: '7' }]
                : '7',
          },
        },
      },
    ]);
  });

  it('that no condition finds are not deleted', async () => {
    t.answer = () => ({ responseCode: 'SUCCESS', count: 0 });
    expect(await errorOf(t.client.dnsOverrides.delete('7'))).toMatchObject({
      kind: 'notFound',
    });
  });

  it('are searched and read', async () => {
    t.answer = () =>
      success({
        id: 7,
        name: 'a',
        mappings: { count: 1, list: [{ DnsMapping: mapping }] },
        comments: {
          count: 2,
          list: [
            { Comment: { contents: 'b' } },
            { Comment: { contents: 'c' } },
          ],
        },
        updatedDate: '2026-05-31T15:45:00Z',
      });
    const record = {
      id: '7',
      name: 'a',
      mappings: [mapping],
      comments: ['b', 'c'],
      updatedDate: '2026-05-31T15:45:00.000Z',
    };
    expect(await t.client.dnsOverrides.get('7')).toEqual(record);
    expect(await all(t.client.dnsOverrides.search())).toEqual([record]);
  });

  it('are refused before anything is sent where they are wrong', async () => {
    const { dnsOverrides } = t.client;
    for (const call of [
      dnsOverrides.create({ name: 'x', mappings: [] }),
      dnsOverrides.update('7', {}),
      dnsOverrides.update('x', { name: 'x' }),
      dnsOverrides.delete('*'),
    ]) {
      expect(await errorOf(call)).toMatchObject({ kind: 'invalid' });
    }
    expect(t.received).toHaveLength(0);
  });
});
