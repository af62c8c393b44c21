import { QualysError, type Page, type Paged } from 'qualys-client';
import type { CloudConnector } from 'qualys-model';
import { awsConnector } from '../__testUtils__/connectors';
import { halfChecksum } from '../mirror';
import { scanCloudView } from './scan';

function listOf(
  ...pages: (Partial<Page<CloudConnector>> & { ids: string[] })[]
): Paged<CloudConnector> {
  async function* read(): AsyncGenerator<Page<CloudConnector>> {
    for (const [number, { ids, ...page }] of pages.entries()) {
      yield {
        items: ids.map(id => awsConnector({ id })),
        unreadable: [],
        number,
        last: number === pages.length - 1,
        ...page,
      };
    }
  }
  return {
    pages: read,
    async *[Symbol.asyncIterator]() {
      for await (const { items } of read()) yield* items;
    },
  };
}

describe('scanCloudView', () => {
  it.each<[string, Paged<CloudConnector>, string, number]>([
    [
      'all pages with what they promise',
      listOf({ ids: ['a', 'b'], totalItems: 3 }, { ids: ['c'], totalItems: 3 }),
      'whole',
      3,
    ],
    ['pages that promise nothing', listOf({ ids: ['a'] }), 'whole', 1],
    ['an empty list', listOf({ ids: [], totalItems: 0 }), 'whole', 0],
    [
      'one that came twice',
      listOf({ ids: ['a', 'b'], totalItems: 3 }, { ids: ['b'], totalItems: 3 }),
      'drifted',
      2,
    ],
    [
      'one that came twice where nothing is promised',
      listOf({ ids: ['a', 'b'] }, { ids: ['b'] }),
      'drifted',
      2,
    ],
    [
      'one that came twice in the place of another',
      listOf({ ids: ['a', 'b'], totalItems: 2 }, { ids: ['b'], totalItems: 2 }),
      'drifted',
      2,
    ],
    [
      'fewer than the last page promises',
      listOf({ ids: ['a'], totalItems: 2 }, { ids: ['b'], totalItems: 3 }),
      'drifted',
      2,
    ],
    [
      'more than the last page promises',
      listOf({ ids: ['a', 'b'], totalItems: 3 }, { ids: ['c'], totalItems: 2 }),
      'drifted',
      3,
    ],
    [
      'what moved up by one because another went that was read already',
      listOf({ ids: ['a', 'b'], totalItems: 4 }, { ids: ['d'], totalItems: 3 }),
      'drifted',
      3,
    ],
  ])('reads %s', async (_name, list, coverage, seen) => {
    const reading = await scanCloudView(list);
    expect(reading.coverage).toBe(coverage);
    expect(reading.connectors).toHaveLength(seen);
    expect(reading.error).toBeUndefined();
  });

  describe('where one was missed, since it moved to the top', () => {
    const first = listOf(
      { ids: ['a', 'b'], totalItems: 5 },
      { ids: ['b', 'c'], totalItems: 5 },
      { ids: ['e'], totalItems: 5 },
    );

    // A list that is another one when it is read again.
    function moved(...again: Parameters<typeof listOf>) {
      const readings = [first, listOf(...again)];
      return { ...first, pages: () => readings.shift()!.pages() };
    }

    it('reads again, from the top, until it has come', async () => {
      const { connectors, coverage } = await scanCloudView(
        moved(
          { ids: ['c', 'a'], totalItems: 5 },
          { ids: ['d', 'b'], totalItems: 5 },
          { ids: ['not read'], totalItems: 5 },
        ),
      );
      expect(coverage).toBe('whole');
      expect(connectors.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'e', 'd']);
    });

    it.each<[string, Parameters<typeof listOf>]>([
      [
        'it does not come',
        [
          { ids: ['a', 'b', 'c'], totalItems: 5 },
          { ids: ['e', 'b'], totalItems: 5 },
        ],
      ],
      ['others went meanwhile', [{ ids: ['d', 'c', 'a'], totalItems: 4 }]],
    ])('knows that something may be missing when %s', async (_name, again) => {
      const { coverage } = await scanCloudView(moved(...again));
      expect(coverage).toBe('drifted');
    });

    it('is only a part when it cannot be read again', async () => {
      const error = new QualysError('unavailable', 'gone');
      const readings = [
        () => first.pages(),
        () => {
          throw error;
        },
      ];
      expect(
        await scanCloudView({ ...first, pages: () => readings.shift()!() }),
      ).toMatchObject({ coverage: 'part', error });
    });
  });

  describe('with records that cannot be understood', () => {
    const bad = (id?: string) => ({
      message: 'name is missing',
      ...(id && { id }),
    });

    it('counts those among what has come whose ids are known', async () => {
      const reading = await scanCloudView(
        listOf(
          { ids: ['a'], unreadable: [bad('x')], totalItems: 3 },
          { ids: ['b'], totalItems: 3 },
        ),
      );
      expect(reading).toMatchObject({
        coverage: 'whole',
        unreadable: [{ id: 'x' }],
      });
    });

    it('takes back what came again and was understood', async () => {
      const reading = await scanCloudView(
        listOf(
          { ids: [], unreadable: [bad('a')], totalItems: 1 },
          { ids: ['a'], totalItems: 1 },
        ),
      );
      expect(reading.unreadable).toEqual([]);
      expect(reading.connectors).toHaveLength(1);
    });

    it('is not clear where not even the id is known', async () => {
      expect(
        await scanCloudView(
          listOf({ ids: ['a'], unreadable: [bad()], totalItems: 2 }),
        ),
      ).toMatchObject({ coverage: 'unclear', unreadable: [bad()] });
    });

    it('stops at what is known, as if they were not there', async () => {
      const known = {
        checksums: new Map([['a', halfChecksum(awsConnector({ id: 'a' }))]]),
        // Qualys counts two, of which the mirror holds one.
        missing: -1,
      };
      expect(
        await scanCloudView(
          listOf(
            { ids: ['a'], unreadable: [bad('x')], totalItems: 2 },
            { ids: ['not read'], totalItems: 2 },
          ),
          { known },
        ),
      ).toMatchObject({ coverage: 'newest' });
    });
  });

  it('keeps what it has read when a page fails', async () => {
    const error = new QualysError('unavailable', 'gone');
    const list = listOf({ ids: ['a', 'b'], totalItems: 4 });
    const reading = await scanCloudView({
      ...list,
      async *pages() {
        yield* list.pages();
        throw error;
      },
    });
    expect(reading).toMatchObject({ coverage: 'part', error });
    expect(reading.connectors.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
