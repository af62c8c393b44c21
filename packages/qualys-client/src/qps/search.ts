import {
  qpsFiltersSchema,
  type QpsCriterion,
  type QpsFields,
} from 'qualys-model';
import type { z } from 'zod';
import { notUnderstood } from '../answers';
import type { CallOptions } from '../http';
import { checkedBy } from '../input';
import {
  checkedPageSize,
  checkedUnreadable,
  paged,
  partedRecords,
  readRecord,
  type ListOptions,
  type Page,
  type Paged,
  type ReadRecord,
} from '../paging';
import { qpsCall, readItem, type Qps, type QpsObject } from './dialect';
import { idOfItem } from './id';
import { wireId } from './request';
import { readCount, readFound, type Envelope } from './envelope';

const LARGEST_PAGE_SIZE = 1000;

/**
 * How to search the objects of Asset Management or Web Application Scanning.
 *
 * @public
 */
export interface SearchOptions extends ListOptions {
  /** Conditions that the objects fulfil, all of them. None: all objects. */
  filters?: readonly QpsCriterion[];
  /**
   * How many objects a page holds: 1 to 1,000. 1,000 by default in Asset
   * Management, 100 in Web Application Scanning.
   */
  pageSize?: number;
}

/** What objects are searched or counted. */
export interface QpsSearched<S extends z.ZodType = z.ZodType, T = unknown> {
  object: QpsObject<S, T>;
  /** The fields that conditions may be about, as far as they are known. */
  fields: QpsFields;
  /** What is done, for people: `A search for web apps`. */
  what: string;
}

/** Where and how objects are searched. */
export interface QpsSearch<S extends z.ZodType, T> extends QpsSearched<S, T> {
  /** Without placeholders: `/qps/rest/3.0/search/was/webapp`. */
  path: string;
  identity(item: T): string;
  pageSize: number;
}

// The conditions of a search or a count.
function checkedFilters(
  { fields, what }: QpsSearched,
  filters: readonly QpsCriterion[] = [],
): QpsCriterion[] {
  return checkedBy(qpsFiltersSchema(fields), filters, what, ['filters']);
}

/**
 * Where the next page begins; undefined after the last one.
 *
 * @throws Failure where there is more, and nothing says where it begins, or it
 * does not go on
 */
function nextOf(
  { hasMoreRecords, lastId }: Envelope,
  before: string | undefined,
): string | undefined {
  if (!hasMoreRecords) return undefined;
  const at = ['ServiceResponse', 'lastId'];
  if (lastId === undefined || !/^\d{1,19}$/.test(lastId)) {
    throw notUnderstood(at);
  }
  if (before !== undefined && BigInt(lastId) <= BigInt(before)) {
    throw notUnderstood(at, 'Qualys gives the same page again and again.');
  }
  return lastId;
}

// Each of those that cannot be read is told of once, too, where it has an id.
function withoutReported<T>(
  records: readonly ReadRecord<T>[],
  reported: ReadonlySet<string>,
): ReadRecord<T>[] {
  const known = new Set(reported);
  return records.filter(record => {
    if ('item' in record || record.id === undefined) return true;
    const isNew = !known.has(record.id);
    known.add(record.id);
    return isNew;
  });
}

/**
 * All objects that fulfil the conditions, page by page, in the order of their
 * ids. The next page begins at the `lastId` of the one before; whether that
 * object comes again is not documented, so that ids are given once only.
 *
 * Source: Qualys WAS API 3.0, "Pagination" (`limitResults`, `startFromId`,
 * `hasMoreRecords`, `lastId`).
 */
export function qpsSearch<S extends z.ZodType, T>(
  qps: Qps,
  search: QpsSearch<S, T>,
  options: SearchOptions = {},
): Paged<T> {
  const { object, identity } = search;
  return paged(async function* pages() {
    const size = checkedPageSize(
      options.pageSize ?? search.pageSize,
      LARGEST_PAGE_SIZE,
    );
    const filters = checkedFilters(search, options.filters);
    const unreadable = checkedUnreadable(options);
    const seen = new Set<string>();
    const reported = new Set<string>();
    let startFromId: string | undefined;

    for (let number = 0; ; number++) {
      const before: string | undefined = startFromId;
      const { next, ...found } = await qps.core.read({
        ...qpsCall(
          qps,
          object,
          {
            path: search.path,
            request: {
              filters,
              preferences: {
                // A page of one object that came already would end the list.
                limitResults: before === undefined ? size : Math.max(size, 2),
                startFromId: before === undefined ? undefined : wireId(before),
              },
            },
          },
          options,
          parsed => {
            const envelope = readFound(parsed, object.name, object.advice);
            const records = envelope.items.map((item, index) =>
              readRecord(
                unreadable,
                () => readItem(object, item, index),
                () => idOfItem(item),
              ),
            );
            return {
              ...partedRecords(withoutReported(records, reported)),
              next: nextOf(envelope, before),
            };
          },
        ),
        method: 'POST',
      });
      const items = found.items.filter(item => {
        const isNew = !seen.has(identity(item));
        seen.add(identity(item));
        return isNew;
      });
      for (const { id } of found.unreadable) {
        if (id !== undefined) reported.add(id);
      }
      const page: Page<T> = {
        items,
        unreadable: found.unreadable,
        number,
        last: next === undefined,
      };
      yield page;
      if (next === undefined) return;
      startFromId = next;
    }
  });
}

/**
 * Counts the objects that fulfil all conditions. Qualys documents the call
 * without conditions with GET.
 */
export async function qpsCount<S extends z.ZodType, T>(
  qps: Qps,
  count: QpsSearched<S, T> & { path: string },
  given?: readonly QpsCriterion[],
  options: CallOptions = {},
): Promise<number> {
  const { path, object } = count;
  const filters = checkedFilters(count, given);
  const filtered = filters.length > 0;
  return qps.core.read({
    ...qpsCall(
      qps,
      object,
      { path, ...(filtered && { request: { filters } }) },
      options,
      parsed => readCount(parsed, object.advice),
    ),
    ...(filtered ? { method: 'POST' } : { method: 'GET', otherMethod: 'POST' }),
  });
}
