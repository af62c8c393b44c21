/*
 * What a sync leaves behind that meets a fault at any page.
 *
 * Of each cloud, what each feed says is in the mirror as it was before or as it
 * is now, and never between: a list that breaks off is not taken over in part,
 * and nothing goes because it was not read. Clouds and feeds fail each for
 * itself, as docs/operations.md says: where one does, the others move on, and
 * what it had told stays as last known. So the mirror as a whole may be of two
 * times, but the word of one feed about one cloud is always of one. A run that
 * calls a feed complete has brought what is now of all clouds. The one thing
 * that a fault takes along is what would only run into it again: after a wrong
 * password, a missing right or a limit, no other cloud is asked, and stays as
 * it was.
 *
 * The catalog holds what the mirror holds, after every run. The next run without
 * the fault brings both to what is.
 *
 * A sample of the matrix in faults.long.test.ts: every kind of fault in every
 * variant, at the first, a middle and the last page.
 */
import { FAULT_KINDS } from 'qualys-simulator';
import { LISTS, type FeedPage } from './faults/pages';
import { FAULTS, once, type PageFault } from './faults/table';
import { useSetting } from './faults/useSetting';
import { useDatabases } from './portal/databases';

jest.mock('qualys-client', () =>
  jest
    .requireActual('./portal/client')
    .impatient(jest.requireActual('qualys-client')),
);

jest.setTimeout(120_000);

const PLACES = {
  first: (pages: FeedPage[]) => [pages[0]],
  middle: (pages: FeedPage[]) => [pages[Math.floor(pages.length / 2)]],
  last: (pages: FeedPage[]) => pages.slice(-1),
};
type Place = keyof typeof PLACES;

interface Cell {
  fault: PageFault;
  list: (typeof LISTS)[number];
  place: Place;
}

/** Each of the faults, and those of a kind at each place, in one list after the other. */
function sampleOf(faults: readonly PageFault[], places: readonly Place[]) {
  const cells: Cell[] = [];
  for (const kind of FAULT_KINDS) {
    const variants = faults.filter(each => each.kind === kind);
    const count = Math.max(variants.length, places.length);
    for (let nth = 0; nth < count; nth += 1) {
      cells.push({
        fault: variants[nth % variants.length],
        list: LISTS[cells.length % LISTS.length],
        place: places[nth % places.length],
      });
    }
  }
  return cells.map(
    cell =>
      [
        cell.fault.name,
        `${cell.list.cloud} ${cell.list.feed}`,
        cell.place,
        cell,
      ] as const,
  );
}

const ofEachKind = FAULT_KINDS.map(
  kind => FAULTS.find(fault => fault.kind === kind)!,
);
const SAMPLES: Record<string, ReturnType<typeof sampleOf>> = {
  SQLITE_3: [
    ...sampleOf(FAULTS, ['first', 'middle', 'last']),
    ...sampleOf(ofEachKind.map(once), ['middle']),
  ],
  POSTGRES_18: sampleOf(ofEachKind, ['middle']),
};

const databases = useDatabases();

describe.each(databases.ids)('mirror and catalog on %s', id => {
  const setting = useSetting(() => databases.fresh(id));

  it.each(SAMPLES[id])(
    'are what was or what is, and heal: %s, %s, %s page',
    async (_fault, _list, _place, { fault, list, place }) => {
      expect(await setting.meet(list, PLACES[place], fault)).toBe(1);
    },
  );

  it('are one to whoever asks the catalog', async () => {
    await expect(setting.untilShown()).resolves.toBeUndefined();
  });
});
