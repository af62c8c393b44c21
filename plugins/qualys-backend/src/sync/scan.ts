import type { Page, Paged } from 'qualys-client';
import type { AssetDataConnector, CloudConnector } from 'qualys-model';
import { halfChecksum, type ScanCoverage } from '../mirror';

/** What was read of one feed of one cloud. */
export interface FeedResult<T> {
  /** Each once, as it came last. */
  connectors: T[];
  coverage: ScanCoverage;
  /** Why the reading broke off, where it is only a part. */
  error?: unknown;
}

/** What is known of the connectors of a cloud before its newest are read. */
export interface KnownConnectors {
  /** A checksum of each by its id. */
  checksums: ReadonlyMap<string, string>;
  /** How many of them Qualys did not show any more when all were read. */
  missing: number;
}

// Whether a page, the newest first, ends what is new. Where the total does not
// fit, something has gone or stands further below, and all must be read.
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
 */
export async function scanCloudView(
  list: Paged<CloudConnector>,
  known?: KnownConnectors,
): Promise<FeedResult<CloudConnector>> {
  const seen = new Map<string, CloudConnector>();
  const totals = new Set<number>();
  let came = 0;
  const read = async (isEnough: (page: Page<CloudConnector>) => boolean) => {
    for await (const page of list.pages()) {
      came += page.items.length;
      for (const connector of page.items) seen.set(connector.id, connector);
      if (page.totalItems !== undefined) totals.add(page.totalItems);
      if (isEnough(page)) return !page.last;
    }
    return false;
  };
  const hasAll = () => [...totals].every(total => total === seen.size);
  const reading = (coverage: ScanCoverage): FeedResult<CloudConnector> => ({
    connectors: [...seen.values()],
    coverage,
  });

  try {
    const isCutShort = await read(known ? untilKnown(known) : () => false);
    if (isCutShort) return reading(totals.size > 1 ? 'drifted' : 'newest');
    const [total = seen.size, ...others] = totals;
    if (came !== total || others.length > 0) return reading('drifted');
    if (!hasAll()) await read(hasAll);
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
): Promise<FeedResult<AssetDataConnector>> {
  const connectors: AssetDataConnector[] = [];
  try {
    for await (const connector of search) {
      if (!connector.deleted) connectors.push(connector);
    }
  } catch (error) {
    return { connectors, coverage: 'part', error };
  }
  return { connectors, coverage: 'whole' };
}
