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
import type { ConnectorListOptions } from './list';

const WRONG =
  'An essential part of the answer is missing or of another kind than documented';

describe('a list of connectors of which some cannot be read', () => {
  let server: TestServer;
  let client: QualysClient;
  let answer: (url: URL) => unknown;

  beforeAll(async () => {
    server = await startServer((request, response) => {
      json(response, answer(request.received.url));
    });
  });
  beforeEach(() => {
    server.received.length = 0;
    client = clientOf(server.url);
  });
  afterEach(() => client.close());
  afterAll(() => server.stop());

  const list = (options: ConnectorListOptions = { unreadable: 'report' }) =>
    client.cloudConnectors.aws.list(options);
  const pages = (pageSize = 50) =>
    all(list({ unreadable: 'report', pageSize }).pages());
  const stateless = (number: number) => wireConnector(number, { state: null });

  it('goes on past them, and tells of each', async () => {
    const every = [
      wireConnector(0),
      stateless(1),
      { name: 'No id', state: 'SUCCESS' },
      wireConnector(3, { name: {} }),
      null,
      wireConnector(5),
      wireConnector(6, { connectorId: 7, groups: [true] }),
    ];
    answer = url => springPage(every, url);

    expect(await pages(4)).toMatchObject([
      {
        items: [{ id: connectorId(0) }],
        unreadable: [
          { id: connectorId(1), message: `${WRONG}: content[1].state.` },
          { message: `${WRONG}: content[2].connectorId.` },
          { id: connectorId(3), message: `${WRONG}: content[3].name.` },
        ],
        last: false,
      },
      {
        items: [{ id: connectorId(5) }],
        unreadable: [
          { message: `${WRONG}: content[0].` },
          { id: '7', message: `${WRONG}: content[2].groups[0].` },
        ],
        last: true,
        totalItems: 7,
      },
    ]);
    expect((await all(list())).map(({ id }) => id)).toEqual(
      [0, 5].map(connectorId),
    );
  });

  it('throws unless it is asked to report them', async () => {
    answer = url => springPage([wireConnector(0), stateless(1)], url);
    for (const options of [{}, { unreadable: 'refuse' as const }]) {
      expect(await errorOf(all(list(options)))).toMatchObject({
        kind: 'unexpectedAnswer',
        path: 'content[1].state',
      });
    }
  });

  it('has none to tell of where all can be read', async () => {
    answer = url => springPage([wireConnector(0)], url);
    for (const options of [{}, { unreadable: 'report' as const }]) {
      expect(await all(list(options).pages())).toMatchObject([
        { items: [{ id: connectorId(0) }], unreadable: [] },
      ]);
    }
  });

  it('tells of the only one of a page', async () => {
    answer = url => springPage([wireConnector(0), stateless(1)], url);
    expect(await pages(1)).toMatchObject([
      { items: [{ id: connectorId(0) }], unreadable: [] },
      { items: [], unreadable: [{ id: connectorId(1) }], last: true },
    ]);
  });

  it('throws where none of several of a page can be read', async () => {
    answer = url =>
      springPage(
        [
          ...[0, 1].map(n => wireConnector(n)),
          ...[2, 3].map(n => stateless(n)),
        ],
        url,
      );
    const error = await errorOf(pages(2));
    expect(error).toMatchObject({
      kind: 'unexpectedAnswer',
      path: 'content[0].state',
      status: 200,
    });
    expect(error.message).toContain('None of the 2 records');
  });

  it('takes a bare array, and ends by all that stand in it', async () => {
    // As a server does that gives 50 at most.
    const every = Array.from({ length: 70 }, (_, n) =>
      n % 3 === 1 ? stateless(n) : wireConnector(n),
    );
    answer = url => springPage(every, url).content;
    const read = await pages();
    expect(read.map(({ items }) => items.length)).toEqual([33, 14]);
    expect(read.map(({ unreadable }) => unreadable.length)).toEqual([17, 6]);
    expect(read[0].unreadable[0].message).toBe(`${WRONG}: [1].state.`);
  });

  it('ends with a short page by all that stand on it', async () => {
    const every = [stateless(0), wireConnector(1), stateless(2)];
    answer = url => ({ content: springPage(every, url).content });
    expect(await pages(2)).toMatchObject([
      { items: [{}], unreadable: [{}], last: false },
      { items: [], unreadable: [{ id: connectorId(2) }], last: true },
    ]);
    expect(server.received).toHaveLength(2);
  });

  it('takes a single connector for one only by its id', async () => {
    answer = () => stateless(3);
    expect(await pages()).toMatchObject([
      { items: [], unreadable: [{ id: connectorId(3) }], last: true },
    ]);
    answer = () => ({ connectorId: null, message: 'Please wait' });
    expect(await errorOf(pages())).toMatchObject({ path: 'connectorId' });
  });

  it.each<[string, () => unknown, string | undefined]>([
    ['no page', () => ({ connectors: [stateless(1)] }), 'content'],
    [
      'a page that leaves some out',
      () => ({
        content: [wireConnector(0), stateless(1)],
        totalElements: 60,
        last: true,
      }),
      'totalElements',
    ],
    [
      'an empty page in the middle',
      () => ({ content: [], last: false }),
      'content',
    ],
    ['a text', () => 'nothing here', undefined],
  ])('throws all the same for %s', async (_, body, path) => {
    answer = body;
    const error = await errorOf(pages());
    expect(error.kind).toBe('unexpectedAnswer');
    expect(error.path).toBe(path);
  });

  it('throws the failure that stands in an answer', async () => {
    answer = () => ({ errorCode: '2002', message: 'User has no scope' });
    expect(await errorOf(pages())).toMatchObject({ code: '2002' });
  });

  it.each<[string, unknown[]]>([
    ['among others', [wireConnector(0), stateless(1)]],
    ['alone', [stateless(1)]],
    ['alone and without an id', [{ some: { thing: ['else'] } }]],
  ])('notices a page that comes again with one %s', async (_, content) => {
    answer = () => ({ content, last: false });
    expect(await errorOf(pages(content.length))).toMatchObject({
      kind: 'unexpectedAnswer',
      path: 'number',
    });
    expect(server.received).toHaveLength(2);
  });

  it('tells pages apart by what cannot be read on them', async () => {
    const every = [0, 1, 2].map(n => ({ name: `No id ${n}` }));
    answer = url => springPage(every, url);
    expect(await pages(1)).toMatchObject(
      every.map(() => ({ items: [], unreadable: [{}] })),
    );
  });

  it('tells nothing of what they hold but their ids', async () => {
    const secret = 'Zq8~secret';
    const every = [
      wireConnector(0),
      wireConnector(1, {
        name: { [secret]: secret },
        state: secret,
        [secret]: secret,
      }),
      [secret],
      wireConnector(2, { groups: [{ uuid: { [secret]: [secret] } }] }),
    ];
    answer = url => springPage(every, url);
    const [{ unreadable }] = await pages();
    expect(unreadable).toHaveLength(3);
    expect(JSON.stringify(unreadable)).not.toContain(secret);
  });

  it('tells of the errors of a connector that cannot be read, too', async () => {
    answer = url => springPage([{ error: 'Access denied' }, { at: 1 }], url);
    const errors = client.cloudConnectors.aws.errors(connectorId(1), {
      unreadable: 'report',
    });
    expect(await all(errors.pages())).toMatchObject([
      {
        items: [{ error: 'Access denied' }],
        unreadable: [{ message: `${WRONG}: content[1].error.` }],
      },
    ]);
  });

  it('is refused where it is to do anything else, before anything is sent', async () => {
    const unreadable = 'ignore' as 'report';
    expect(await errorOf(all(list({ unreadable })))).toMatchObject({
      kind: 'invalid',
      path: 'unreadable',
    });
    expect(server.received).toHaveLength(0);
  });
});
