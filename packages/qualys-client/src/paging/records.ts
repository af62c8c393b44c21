import { Failure, failureWith } from '../http';
import type { Unreadable, UnreadableRecord } from './unreadable';

/** What came of reading one record of a page. */
export type ReadRecord<T> = { item: T } | { failure: Failure; id?: string };

/** The records of a page, apart. */
export interface ReadRecords<T> {
  items: T[];
  unreadable: UnreadableRecord[];
}

/**
 * Reads one record of a page.
 *
 * @param how - `refuse` lets a failure through
 * @param read - throws a `Failure` where the record cannot be read
 * @param id - its id, as far as that can be read
 */
export function readRecord<T>(
  how: Unreadable,
  read: () => T,
  id: () => string | undefined,
): ReadRecord<T> {
  try {
    return { item: read() };
  } catch (error) {
    if (how === 'refuse' || !(error instanceof Failure)) throw error;
    return { failure: error, id: id() };
  }
}

// Both parts are our own words: a path names fields of schemas and numbers.
function messageOf({ facts: { what, path } }: Failure): string {
  return path === undefined ? what : `${what.replace(/\.$/, '')}: ${path}.`;
}

/**
 * Puts what was read of a page on one side, and what could not be on the other.
 *
 * @throws Failure where there are several records and none of them could be
 * read: then it is the page that is of a kind nobody knows
 */
export function partedRecords<T>(
  records: readonly ReadRecord<T>[],
): ReadRecords<T> {
  const items: T[] = [];
  const unreadable: UnreadableRecord[] = [];
  let first: Failure | undefined;
  for (const record of records) {
    if ('item' in record) {
      items.push(record.item);
    } else {
      const { failure, id } = record;
      first ??= failure;
      unreadable.push({
        ...(id !== undefined && { id }),
        message: messageOf(failure),
      });
    }
  }
  if (first && items.length === 0 && unreadable.length > 1) {
    throw failureWith(first, {
      what: `None of the ${unreadable.length} records of the page can be read. ${first.facts.what}`,
    });
  }
  return { items, unreadable };
}
