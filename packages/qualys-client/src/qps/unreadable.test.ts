import { all, errorOf } from '../__testUtils__/server';
import { setUpQps } from './__testUtils__/answers';
import type { SearchOptions } from './search';

const NOUN = 'AwsAssetDataConnector';
const AT = 'ServiceResponse.data';
const WRONG =
  'An essential part of the answer is missing or of another kind than documented';

describe.each(['json', 'xml'] as const)(
  'a search in %s that finds objects which cannot be read',
  dialect => {
    const t = setUpQps(dialect);
    const search = (options: SearchOptions = { unreadable: 'report' }) =>
      t.client.assetDataConnectors.aws.search(options);
    const pages = () => all(search().pages());

    const good = (id: unknown) => ({ id, name: `Connector ${id}` });
    const nameless = (id: unknown) => ({ id, name: '' });
    const page = (items: unknown[], lastId?: number) => ({
      responseCode: 'SUCCESS',
      count: items.length,
      hasMoreRecords: lastId !== undefined,
      lastId,
      data: items.map(item => ({ [NOUN]: item })),
    });
    /** A server that answers with these pages. */
    const answering = (...answers: object[]) => {
      t.answer = () => answers[t.received.length - 1];
    };

    it('goes on past them, and tells of each', async () => {
      const answers = [
        page([good(1), nameless(' 2 '), { name: 'No id' }], 3),
        page([{ id: { no: 'id' }, name: 'x' }, good(5), ''], 6),
        page([nameless(7)]),
      ];
      answering(...answers);
      expect(await pages()).toMatchObject([
        {
          items: [{ id: '1' }],
          unreadable: [
            { id: '2', message: `${WRONG}: ${AT}[1].${NOUN}.name.` },
            { message: `${WRONG}: ${AT}[2].${NOUN}.id.` },
          ],
          last: false,
        },
        {
          items: [{ id: '5' }],
          unreadable: [
            { message: `${WRONG}: ${AT}[0].${NOUN}.id.` },
            { message: `${WRONG}: ${AT}[2].${NOUN}.` },
          ],
          last: false,
        },
        { items: [], unreadable: [{ id: '7' }], last: true },
      ]);

      t.received.length = 0;
      answering(...answers);
      expect((await all(search())).map(({ id }) => id)).toEqual(['1', '5']);
    });

    it('throws unless it is asked to report them', async () => {
      for (const options of [{}, { unreadable: 'refuse' as const }]) {
        t.answer = () => page([good(1), nameless(2)]);
        expect(await errorOf(all(search(options)))).toMatchObject({
          kind: 'unexpectedAnswer',
          path: `${AT}[1].${NOUN}.name`,
        });
      }
    });

    it('throws where none of several of a page can be read', async () => {
      answering(page([good(1)], 1), page([nameless(2), nameless(3)]));
      const error = await errorOf(pages());
      expect(error).toMatchObject({
        kind: 'unexpectedAnswer',
        path: `${AT}[0].${NOUN}.name`,
      });
      expect(error.message).toContain('None of the 2 records');
    });

    it('tells once of one that comes again at the start of the next page', async () => {
      answering(
        page([good(1), nameless(2)], 2),
        page([nameless(2), good(3)], 3),
        page([good(3), nameless(4)], 4),
        page([nameless(4), nameless(5)]),
      );
      const read = await pages();
      expect(
        read.map(({ items, unreadable }) =>
          [items, unreadable].map(records => records.map(({ id }) => id)),
        ),
      ).toEqual([
        [['1'], ['2']],
        [['3'], []],
        [[], ['4']],
        [[], ['5']],
      ]);
    });

    it('tells once of one that a page holds twice, as of the only one', async () => {
      answering(page([nameless(2), nameless(2)]));
      expect(await pages()).toMatchObject([
        { items: [], unreadable: [{ id: '2' }] },
      ]);
    });

    it('gives one that can be read when it comes again', async () => {
      answering(page([good(1), nameless(2)], 2), page([good(2)]));
      expect((await all(search())).map(({ id }) => id)).toEqual(['1', '2']);
    });

    it('throws all the same where the answer as a whole is wrong', async () => {
      for (const answer of [
        { ...page([good(1), nameless(2)]), count: 3 },
        { ...page([good(1), nameless(2)]), hasMoreRecords: true },
        { ...page([good(1)]), data: { Other: [good(1)] } },
        { responseCode: 'SUCCESS' },
      ]) {
        t.answer = () => answer;
        expect((await errorOf(pages())).kind).toBe('unexpectedAnswer');
      }
      t.answer = () => page([good(1), nameless(2)], 1);
      expect(await errorOf(pages())).toMatchObject({
        path: 'ServiceResponse.lastId',
      });
      t.answer = () => ({ ...page([nameless(2)]), responseCode: 'FORBIDDEN' });
      expect((await errorOf(pages())).kind).toBe('permission');
    });

    it('tells nothing of what they hold but their ids', async () => {
      const secret = 'Zq8-secret';
      answering(
        page([
          good(1),
          { id: 2, name: { [secret]: secret }, externalId: secret },
          { id: { [secret]: secret } },
          { ...good(3), defaultTags: { list: [{ TagSimple: { secret } }] } },
          secret,
        ]),
      );
      const [{ unreadable }] = await pages();
      expect(unreadable).toHaveLength(4);
      expect(JSON.stringify(unreadable)).not.toContain(secret);
    });

    it('is of any objects', async () => {
      t.answer = () => ({
        responseCode: 'SUCCESS',
        count: 2,
        data: [{ WebApp: { id: 1 } }, { WebApp: { name: 'No id' } }],
      });
      const found = t.client.webApps.search({ unreadable: 'report' });
      expect(await all(found.pages())).toMatchObject([
        {
          items: [{ id: '1' }],
          unreadable: [{ message: `${WRONG}: ${AT}[1].WebApp.id.` }],
        },
      ]);
    });

    it('is refused where it is to do anything else, before anything is sent', async () => {
      const unreadable = 'ignore' as 'report';
      expect(await errorOf(all(search({ unreadable })))).toMatchObject({
        kind: 'invalid',
        path: 'unreadable',
      });
      expect(t.received).toHaveLength(0);
    });
  },
);

describe('a search in json', () => {
  const t = setUpQps('json');
  const elements = [
    { [NOUN]: { id: 1, name: 'x' } },
    null,
    'text',
    { Other: { id: 2, name: 'x' } },
    { [NOUN]: { id: 3, name: 'x' }, Other: {} },
    {},
  ];
  beforeEach(() => {
    t.answer = () => ({
      responseCode: 'SUCCESS',
      count: elements.length,
      data: elements,
    });
  });

  it('tells of elements that are no such object', async () => {
    const found = t.client.assetDataConnectors.aws.search({
      unreadable: 'report',
    });
    expect(await all(found.pages())).toMatchObject([
      {
        items: [{ id: '1' }],
        unreadable: [1, 2, 3, 4, 5].map(at => ({
          message: `${WRONG}: ${AT}[${at}].${NOUN}.`,
        })),
      },
    ]);
  });

  it('throws for them unless it is asked to', async () => {
    const found = t.client.assetDataConnectors.aws.search();
    expect(await errorOf(all(found))).toMatchObject({
      path: `${AT}[1].${NOUN}`,
    });
  });
});
