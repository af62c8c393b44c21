import { QualysError, type Page, type Paged } from 'qualys-client';
import type { CloudConnector } from 'qualys-model';
import { awsConnector } from '../__testUtils__/connectors';
import { scanCloud } from './scanCloud';

function listOf(
  ...pages: (Partial<Page<CloudConnector>> & { ids: string[] })[]
): Paged<CloudConnector> {
  async function* read(): AsyncGenerator<Page<CloudConnector>> {
    for (const [number, { ids, ...page }] of pages.entries()) {
      yield {
        items: ids.map(id => awsConnector({ id })),
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

describe('scanCloud', () => {
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
      3,
    ],
    [
      'one that came twice in the place of another',
      listOf({ ids: ['a', 'b'], totalItems: 2 }, { ids: ['b'], totalItems: 2 }),
      'drifted',
      3,
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
  ])('reads %s', async (_name, list, coverage, seen) => {
    const reading = await scanCloud(list);
    expect(reading.coverage).toBe(coverage);
    expect(reading.connectors).toHaveLength(seen);
    expect(reading.error).toBeUndefined();
  });

  it('keeps what it has read when a page fails', async () => {
    const error = new QualysError('unavailable', 'gone');
    const list = listOf({ ids: ['a', 'b'], totalItems: 4 });
    const reading = await scanCloud({
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
