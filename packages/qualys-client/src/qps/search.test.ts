import type { QpsCriterion } from 'qualys-model';
import { all, errorOf } from '../__testUtils__/server';
import { setUpQps } from './__testUtils__/answers';

describe.each(['json', 'xml'] as const)('a search in %s', dialect => {
  const t = setUpQps(dialect);
  const search = (options = {}) => t.client.webApps.search(options);
  const ids = async (options = {}) =>
    (await all(search(options))).map(({ id }) => Number(id));
  const asked = () =>
    t.received.map(({ body }) => [
      Number(body.preferences.limitResults),
      body.preferences.startFromId && Number(body.preferences.startFromId),
    ]);

  /** A server that holds web apps with these ids. */
  const holding =
    (every: number[], { inclusive }: { inclusive: boolean }) =>
    ({ body }: { body: any }) => {
      const from = Number(body.preferences.startFromId ?? 0);
      const rest = every.filter(id => (inclusive ? id >= from : id > from));
      const page = rest.slice(0, Number(body.preferences.limitResults));
      const hasMoreRecords = rest.length > page.length;
      return {
        responseCode: 'SUCCESS',
        count: page.length,
        hasMoreRecords: String(hasMoreRecords),
        ...(hasMoreRecords && { lastId: page.at(-1) }),
        data: page.map(id => ({ WebApp: { id } })),
      };
    };

  it('gives an object once that a page holds twice', async () => {
    t.answer = () => ({
      responseCode: 'SUCCESS',
      count: 3,
      data: [7, 7, 8].map(id => ({ WebApp: { id } })),
    });
    expect(await ids()).toEqual([7, 8]);
  });

  it.each([[true], [false]])(
    'gives each object once, whether or not the last one comes again (%s)',
    async inclusive => {
      const every = Array.from({ length: 25 }, (_, n) => 100 + 3 * n);
      t.answer = holding(every, { inclusive });
      for (const pageSize of [1, 2, 7, 24, 25, 26]) {
        expect(await ids({ pageSize })).toEqual(every);
      }
    },
  );

  it('asks for the next page from the last id', async () => {
    t.answer = holding([10, 20, 30], { inclusive: false });
    expect(await all(search({ pageSize: 2 }).pages())).toMatchObject([
      { number: 0, last: false, items: [{ id: '10' }, { id: '20' }] },
      { number: 1, last: true, items: [{ id: '30' }] },
    ]);
    expect(asked()).toEqual([
      [2, undefined],
      [2, 20],
    ]);
    expect(t.received[0]).toMatchObject({
      method: 'POST',
      path: '/qps/rest/3.0/search/was/webapp',
    });
  });

  it('asks for 100 web apps at a time, and starts anew with each iteration', async () => {
    t.answer = holding([1], { inclusive: true });
    const paged = search();
    await all(paged);
    await all(paged);
    expect(asked()).toEqual([
      [100, undefined],
      [100, undefined],
    ]);
  });

  it.each([
    ['the same', 20],
    ['an earlier', 5],
  ])('ends with an error where %s page comes again', async (_, lastId) => {
    t.answer = ({ body }) => ({
      responseCode: 'SUCCESS',
      count: 1,
      hasMoreRecords: true,
      lastId: body.preferences.startFromId === undefined ? 20 : lastId,
      data: [{ WebApp: { id: t.received.length } }],
    });
    expect(await errorOf(ids())).toMatchObject({
      kind: 'unexpectedAnswer',
      path: 'ServiceResponse.lastId',
    });
    expect(t.received).toHaveLength(2);
  });

  it('throws where a page cannot be read, after those before it', async () => {
    t.answer = request =>
      request.body.preferences.startFromId === undefined
        ? holding([1, 2, 3], { inclusive: true })(request)
        : { responseCode: 'SUCCESS' };
    const seen: string[] = [];
    const read = async () => {
      for await (const { id } of search({ pageSize: 2 })) seen.push(id);
    };
    expect(await errorOf(read())).toMatchObject({ kind: 'unexpectedAnswer' });
    expect(seen).toEqual(['1', '2']);
  });

  it('sends its conditions', async () => {
    t.answer = holding([1], { inclusive: true });
    await ids({
      filters: [
        { field: 'name', operator: 'CONTAINS', value: 'a <b> & "c"' },
        { field: 'id', operator: 'IN', value: ['1', '2'] },
        { field: 'isScanned', operator: 'NONE', value: '' },
      ],
    });
    expect(t.received[0].body.filters).toEqual({
      Criteria:
        dialect === 'json'
          ? [
              { field: 'name', operator: 'CONTAINS', value: 'a <b> & "c"' },
              { field: 'id', operator: 'IN', value: '1,2' },
              { field: 'isScanned', operator: 'NONE' },
            ]
          : ['a <b> & "c"', '1,2', ''],
    });
  });

  const refused: Array<[string, object, string]> = [
    ['0 objects a page', { pageSize: 0 }, 'pageSize'],
    ['1,001 objects a page', { pageSize: 1001 }, 'pageSize'],
    ['half an object', { pageSize: 1.5 }, 'pageSize'],
    ...(
      [
        [{ field: 'id', operator: 'LIKE', value: '1' }, 'filters[0].operator'],
        [
          { field: 'id', operator: 'CONTAINS', value: '1' },
          'filters[0].operator',
        ],
        [{ field: 'id', operator: 'EQUALS', value: 'x' }, 'filters[0].value'],
        [{ field: 'id', operator: 'EQUALS', value: ['1'] }, 'filters[0].value'],
        [{ field: 'id', operator: 'IN', value: [] }, 'filters[0].value'],
        [{ field: 'name', operator: 'EQUALS', value: ' ' }, 'filters[0].value'],
        [
          { field: 'na me', operator: 'EQUALS', value: 'x' },
          'filters[0].field',
        ],
        [
          { field: 'lastScan.date', operator: 'LESSER', value: 'now' },
          'filters[0].value',
        ],
        [
          { field: 'name', operator: 'EQUALS', value: 'x\u0000' },
          'filters[0].value',
        ],
      ] as Array<[QpsCriterion, string]>
    ).map(
      ([filter, path]) =>
        [JSON.stringify(filter), { filters: [filter] }, path] as [
          string,
          object,
          string,
        ],
    ),
  ];
  it.each(refused)('is refused with %s', async (_, options, path) => {
    const error = await errorOf(ids(options));
    expect(error).toMatchObject({ kind: 'invalid', path });
    expect(error.message).toContain('Nothing was sent.');
    expect(t.received).toHaveLength(0);
  });
});

describe.each(['json', 'xml'] as const)('a count in %s', dialect => {
  const t = setUpQps(dialect);

  it('is the number that Qualys says', async () => {
    t.answer = () => ({ responseCode: 'SUCCESS', count: 1234 });
    expect(await t.client.webApps.count()).toBe(1234);
    expect(
      await t.client.scans.count([
        { field: 'status', operator: 'EQUALS', value: 'RUNNING' },
      ]),
    ).toBe(1234);
    expect(t.received).toMatchObject([
      { method: 'GET', path: '/qps/rest/3.0/count/was/webapp' },
      { method: 'POST', path: '/qps/rest/3.0/count/was/wasscan' },
    ]);
  });

  it('is 0 where Qualys says that nothing was found', async () => {
    t.answer = () => ({
      responseCode: 'INVALID_REQUEST',
      responseMessage:
        'There were no results corresponding to your request. Try another.',
    });
    expect(await t.client.webApps.count()).toBe(0);
  });

  it('is nothing unknown', async () => {
    t.answer = () => ({ responseCode: 'SUCCESS' });
    expect(await errorOf(t.client.webApps.count())).toMatchObject({
      kind: 'unexpectedAnswer',
      path: 'ServiceResponse.count',
    });
  });
});
