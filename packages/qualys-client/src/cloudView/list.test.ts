import {
  all,
  clientOf,
  connectorId,
  errorOf,
  json,
  springPage,
  startServer,
  wireConnector,
  type TestServer,
} from '../__testUtils__/server';
import type { QualysClient } from '../client';

describe('a list of connectors', () => {
  let server: TestServer;
  let client: QualysClient;
  let answer: (url: URL) => { status?: number; body: unknown };

  beforeAll(async () => {
    server = await startServer((request, response) => {
      const { status, body } = answer(request.received.url);
      json(response, body, status);
    });
  });
  beforeEach(() => {
    server.received.length = 0;
    client = clientOf(server.url);
  });
  afterEach(() => client.close());
  afterAll(() => server.stop());

  const list = (options = {}) => client.cloudConnectors.aws.list(options);
  const ids = async (options = {}) =>
    (await all(list(options))).map(({ id }) => id);
  const connectors = (count: number) =>
    Array.from({ length: count }, (_, index) => wireConnector(index));
  const pageNumbers = () =>
    server.received.map(({ url }) => url.searchParams.get('pageNo'));

  it('asks as Qualys documents it, and ends at the last page', async () => {
    const every = connectors(120);
    answer = url => ({ body: springPage(every, url) });

    expect(await ids()).toEqual(every.map(c => c.connectorId));
    expect(server.received.map(({ url }) => url.search)).toEqual(
      [0, 1, 2].map(n => `?pageNo=${n}&pageSize=50&sort=lastSyncedOn%3Adesc`),
    );
  });

  it('passes page size, sort and filter on', async () => {
    answer = url => ({ body: springPage(connectors(2), url) });

    await ids({ pageSize: 300, sort: 'name:asc', filter: 'name: "A & B"' });

    expect(server.received[0].url.search).toBe(
      '?pageNo=0&pageSize=300&sort=name%3Aasc&filter=name%3A%20%22A%20%26%20B%22',
    );
  });

  it('gives whole pages, and starts anew with each iteration', async () => {
    answer = url => ({ body: springPage(connectors(3), url) });
    const paged = list({ pageSize: 2 });

    const expected = [
      { number: 0, totalItems: 3, totalPages: 2, last: false },
      { number: 1, totalItems: 3, totalPages: 2, last: true },
    ];
    expect(await all(paged.pages())).toMatchObject(expected);
    expect(await all(paged.pages())).toMatchObject(expected);
    expect(await all(paged)).toHaveLength(3);
    expect(server.received).toHaveLength(6);
  });

  it('asks for no page that nobody wants', async () => {
    answer = url => ({ body: springPage(connectors(10), url) });

    for await (const connector of list({ pageSize: 2 })) {
      expect(connector.id).toBe(connectorId(0));
      break;
    }
    expect(server.received).toHaveLength(1);
  });

  it('is empty where Qualys says so', async () => {
    answer = url => ({ body: springPage([], url) });
    expect(await ids()).toEqual([]);
  });

  it.each([
    ['last alone', (n: number) => ({ last: n === 1 })],
    ['the number of pages alone', () => ({ totalPages: 2 })],
    ['the number of elements alone', () => ({ totalElements: 4 })],
    [
      'the cautious one of two that disagree',
      (n: number) => ({ last: true, totalPages: 2, number: n }),
    ],
  ])('ends by %s', async (_, says) => {
    answer = url => {
      const n = Number(url.searchParams.get('pageNo'));
      const content = connectors(4).slice(n * 2, n * 2 + 2);
      return { body: { content, ...says(n) } };
    };
    expect(await ids({ pageSize: 2 })).toHaveLength(4);
    expect(pageNumbers()).toEqual(['0', '1']);
  });

  it('ends with a short page where nothing else is said, by the size that the server holds to', async () => {
    answer = url => {
      const n = Number(url.searchParams.get('pageNo'));
      return {
        body: { content: connectors(5).slice(n * 2, n * 2 + 2), size: 2 },
      };
    };
    expect(await ids({ pageSize: 4 })).toHaveLength(5);
    expect(pageNumbers()).toEqual(['0', '1', '2']);
  });

  it('takes a bare array', async () => {
    const every = connectors(120);
    answer = url => ({
      // As a server does that gives 50 at most.
      body: springPage(
        every,
        new URL(url.href.replace('pageSize=100', 'pageSize=50')),
      ).content,
    });
    expect(await ids({ pageSize: 100 })).toEqual(every.map(c => c.connectorId));
  });

  it('takes a single object', async () => {
    answer = () => ({ body: { ...wireConnector(7), numberOfElements: 6 } });
    expect(await ids()).toEqual([connectorId(7)]);
    expect(server.received).toHaveLength(1);
  });

  it('throws what it knows of the pages before, and then the error of a page that fails', async () => {
    answer = url =>
      url.searchParams.get('pageNo') === '1'
        ? { status: 500, body: { errorCode: 'E7', message: 'Broken' } }
        : { body: springPage(connectors(6), url) };
    const seen: string[] = [];
    const error = await errorOf(
      (async () => {
        for await (const { id } of list({ pageSize: 2 })) seen.push(id);
      })(),
    );

    expect(error).toMatchObject({
      name: 'QualysError',
      kind: 'unavailable',
      status: 500,
      code: 'E7',
    });
    expect(seen).toEqual([connectorId(0), connectorId(1)]);
  });

  it.each([
    ['says so', (page: object) => page],
    ['keeps silent about it', ({ content }: any) => ({ content })],
    ['gives bare arrays', ({ content }: any) => content],
  ])('finds out a server that ignores pageNo and %s', async (_, shape) => {
    answer = url => {
      url.searchParams.set('pageNo', '0');
      return { body: shape(springPage(connectors(120), url)) };
    };
    const error = await errorOf(ids());

    expect(error).toMatchObject({ kind: 'unexpectedAnswer', path: 'number' });
    expect(server.received).toHaveLength(2);
  });

  it('ends where pages take turns for ever', async () => {
    let page = 0;
    answer = () => {
      page += 1;
      return { body: { content: [wireConnector(page % 3)], last: false } };
    };
    expect(await errorOf(ids())).toMatchObject({
      kind: 'unexpectedAnswer',
      path: 'number',
    });
    expect(server.received).toHaveLength(4);
  });

  it.each<[string, unknown, string | undefined]>([
    ['null', null, undefined],
    ['a text', 'nothing here', undefined],
    ['an object of another kind', { connectors: [] }, 'content'],
    ['content that is no list', { content: {} }, 'content'],
    ['content that is null', { content: null }, 'content'],
    ['an empty page in the middle', { content: [], last: false }, 'content'],
    [
      'nothing, of several items',
      { content: [], totalElements: 5, totalPages: 1, last: true },
      'totalElements',
    ],
    [
      'a last page that leaves items out',
      { content: [wireConnector(0)], totalElements: 60, totalPages: 1 },
      'totalElements',
    ],
    ['a message', { message: 'Please wait' }, undefined],
    ['pages less than none', { content: [], totalPages: -1 }, 'totalPages'],
    [
      'half an item',
      { content: [wireConnector(0)], totalElements: 0.5 },
      'totalElements',
    ],
    [
      'a connector without an id',
      { content: [wireConnector(0), { name: 'x', state: 'SUCCESS' }] },
      'content[1].connectorId',
    ],
    [
      'a connector with an empty id',
      [wireConnector(0), wireConnector(1, { connectorId: '' })],
      '[1].connectorId',
    ],
    [
      'a connector without a state',
      { content: [wireConnector(0, { state: null })] },
      'content[0].state',
    ],
    ['something else among the connectors', { content: [null] }, 'content[0]'],
  ])('does not take %s for a page', async (_, body, path) => {
    answer = () => ({ body });
    const error = await errorOf(ids());
    expect(error).toMatchObject({ kind: 'unexpectedAnswer', status: 200 });
    expect(error.path).toBe(path);
  });

  it.each<[object, object]>([
    [
      { errorCode: '2002', message: 'User has no scope', timestamp: 1 },
      { kind: 'invalid', code: '2002' },
    ],
    [{ error: 'Something' }, { kind: 'invalid', code: 'Something' }],
    [
      {
        timestamp: 'x',
        status: 403,
        error: 'Forbidden',
        message: '',
        path: '/',
      },
      { kind: 'permission', status: 200, code: 'Forbidden' },
    ],
    [
      { content: [], errorCode: '5', message: 'Search failed' },
      { kind: 'invalid', code: '5' },
    ],
  ])('takes 200 with %j for the failure that it is', async (body, expected) => {
    answer = () => ({ body });
    expect(await errorOf(ids())).toMatchObject(expected);
  });

  it('keeps an error inside a connector for data', async () => {
    answer = url => ({
      body: {
        ...springPage(
          [wireConnector(1, { state: 'PENDING', error: '50004' })],
          url,
        ),
        error: '',
      },
    });
    expect(await all(list())).toMatchObject([
      { reportedState: 'PENDING', error: '50004' },
    ]);
  });

  it.each([0, 301, 1.5, NaN, '50' as unknown as number])(
    'refuses a page size of %p before anything is sent',
    async pageSize => {
      expect(await errorOf(ids({ pageSize }))).toMatchObject({
        kind: 'invalid',
      });
      expect(server.received).toHaveLength(0);
    },
  );
});
