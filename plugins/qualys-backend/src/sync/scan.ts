import type { Page, Paged, UnreadableRecord } from 'qualys-client';
import type { AssetDataConnector, CloudConnector } from 'qualys-model';
import { halfChecksum, unfitFor, type ScanCoverage } from '../mirror';

/** What was read of one feed of one cloud. */
export interface FeedResult<T> {
  /** Each once, as it came last. */
  connectors: T[];
  /** The records that could not be understood, each once. */
  unreadable: UnreadableRecord[];
  coverage: ScanCoverage;
  /** Why the reading broke off, where it is only a part. */
  error?: unknown;
}

/** What has come with a page. */
export interface PageCame<T> {
  connectors: readonly T[];
  /** How many records have come until now. */
  came: number;
  /** How many there are, where Qualys says. */
  total?: number;
}

/** Is told of every page, while the next one is on its way. */
export type OnPage<T> = (page: PageCame<T>) => Promise<void>;

/** What is known of the connectors of a cloud before its newest are read. */
export interface KnownConnectors {
  /** A checksum of each by its id. */
  checksums: ReadonlyMap<string, string>;
  /** By how many they exceeded what Qualys showed when all were read. */
  missing: number;
}

const MAX_ID_LENGTH = 255;

// What the mirror cannot hold is as good as not understood.
function fitting<T extends AssetDataConnector | CloudConnector>(
  page: Page<T>,
): Pick<Page<T>, 'items' | 'unreadable'> {
  const unreadable = page.items.flatMap(connector => {
    const message = unfitFor(connector);
    return message === undefined
      ? []
      : [{ id: connector.id.slice(0, MAX_ID_LENGTH), message }];
  });
  return unreadable.length === 0
    ? page
    : {
        items: page.items.filter(each => unfitFor(each) === undefined),
        unreadable: [...page.unreadable, ...unreadable],
      };
}

/**
 * The pages of a list that is read to its end: the next one is asked for
 * before what came is made anything of.
 */
async function* ahead<T>(
  pages: AsyncIterable<T>,
): AsyncGenerator<T, void, undefined> {
  const iterator = pages[Symbol.asyncIterator]();
  let next = iterator.next();
  for (;;) {
    const { done, value } = await next;
    if (done) return;
    next = iterator.next();
    // It is waited for in its turn.
    next.catch(() => {});
    yield value;
  }
}

/** The records that could not be understood, while a list is read. */
function collectUnreadable() {
  const byId = new Map<string, UnreadableRecord>();
  const nameless: UnreadableRecord[] = [];
  return {
    add(records: readonly UnreadableRecord[]) {
      for (const record of records) {
        if (record.id === undefined) nameless.push(record);
        else byId.set(record.id, record);
      }
    },
    /** Takes it back: the record came once more, and was understood. */
    forget(id: string) {
      byId.delete(id);
    },
    ids: () => byId.size,
    count: () => byId.size + nameless.length,
    /** Whether any of them may be whichever connector. */
    isUnclear: () => nameless.length > 0,
    all: () => [...byId.values(), ...nameless],
  };
}

// Whether a page, the newest first, ends what is new. Where the total does not
// fit, something has gone or stands further below, and all must be read. What
// cannot be understood is not compared; `missing` makes up for it.
function untilKnown({ checksums, missing }: KnownConnectors) {
  const added = new Set<string>();
  return ({ items, totalItems }: Page<CloudConnector>): boolean => {
    let news = false;
    for (const connector of items) {
      const known = checksums.get(connector.id);
      if (known === undefined) added.add(connector.id);
      if (known !== halfChecksum(connector)) news = true;
    }
    const expected = checksums.size - missing + added.size;
    return !news && (totalItems === undefined || totalItems === expected);
  };
}

/**
 * Reads CloudView's list of one cloud, newest first: to its end, or until
 * nothing new comes where it is told what is known. The list is read page by
 * page while others may change it, and not all of it may come:
 *
 * - A connector that syncs moves to the top. One that was still to come is
 *   missed then, and another one comes twice in its place. In a large
 *   subscription this happens in every scan, so the list is read again, from
 *   the top, until it has come.
 * - When one goes that was read already, the next page begins one too late.
 *   The last total fits, but it is not the one of the pages before.
 * - A record that cannot be understood is there nevertheless. Where not even
 *   its id is known, it may be any of those that did not come.
 */
export async function scanCloudView(
  list: Paged<CloudConnector>,
  options: { known?: KnownConnectors; onPage?: OnPage<CloudConnector> } = {},
): Promise<FeedResult<CloudConnector>> {
  const { known, onPage } = options;
  const seen = new Map<string, CloudConnector>();
  const unreadable = collectUnreadable();
  const totals = new Set<number>();
  let came = 0;
  const read = async (
    pages: AsyncIterable<Page<CloudConnector>>,
    isEnough: (page: Page<CloudConnector>) => boolean,
  ) => {
    for await (const page of pages) {
      const { items, unreadable: bad } = fitting(page);
      came += items.length + bad.length;
      unreadable.add(bad.filter(({ id }) => !seen.has(id ?? '')));
      for (const connector of items) {
        seen.set(connector.id, connector);
        unreadable.forget(connector.id);
      }
      if (page.totalItems !== undefined) totals.add(page.totalItems);
      await onPage?.({
        connectors: items,
        came: seen.size + unreadable.ids(),
        total: page.totalItems,
      });
      if (isEnough(page)) return !page.last;
    }
    return false;
  };
  const hasAll = () =>
    [...totals].every(total => total === seen.size + unreadable.ids());
  const reading = (coverage: ScanCoverage): FeedResult<CloudConnector> => ({
    connectors: [...seen.values()],
    unreadable: unreadable.all(),
    coverage,
  });

  try {
    const isCutShort = known
      ? await read(list.pages(), untilKnown(known))
      : await read(ahead(list.pages()), () => false);
    if (isCutShort) return reading(totals.size > 1 ? 'drifted' : 'newest');
    const [total = seen.size + unreadable.count(), ...others] = totals;
    if (came !== total || others.length > 0) return reading('drifted');
    if (unreadable.isUnclear()) return reading('unclear');
    if (!hasAll()) await read(list.pages(), hasAll);
  } catch (error) {
    return { ...reading('part'), error };
  }
  return reading(hasAll() ? 'whole' : 'drifted');
}

/**
 * Reads all connectors of one cloud in Asset Management. They come in the
 * order of their ids, each page from where the last one ended, so that nothing
 * moves between the pages.
 */
export async function scanAssetManagement(
  search: Paged<AssetDataConnector>,
  onPage?: OnPage<AssetDataConnector>,
): Promise<FeedResult<AssetDataConnector>> {
  const connectors: AssetDataConnector[] = [];
  const unreadable = collectUnreadable();
  let came = 0;
  const reading = (coverage: ScanCoverage): FeedResult<AssetDataConnector> => ({
    connectors,
    unreadable: unreadable.all(),
    coverage,
  });
  try {
    for await (const page of ahead(search.pages())) {
      const { items, unreadable: bad } = fitting(page);
      came += items.length + bad.length;
      unreadable.add(bad);
      const present = items.filter(({ deleted }) => !deleted);
      connectors.push(...present);
      await onPage?.({ connectors: present, came, total: page.totalItems });
    }
  } catch (error) {
    return { ...reading('part'), error };
  }
  return reading(unreadable.isUnclear() ? 'unclear' : 'whole');
}
