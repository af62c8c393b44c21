import type { z } from 'zod';
import type { RequestCore } from '../core';
import { jsonFormat, type Advice } from '../http';
import {
  checkedPageSize,
  checkedUnreadable,
  paged,
  type ListOptions,
  type Page,
  type Paged,
} from '../paging';
import { readPage, repeatedPage, type ItemReader } from './page';
import { cloudViewProblemIn } from './problem';

const PAGE_SIZE = 50;
const LARGEST_PAGE_SIZE = 300;

/**
 * How to read a list.
 *
 * @public
 */
export interface PageOptions extends ListOptions {
  /**
   * How many items a page holds: 1 to 300, 50 by default. Qualys documents no
   * upper limit; its own scripts ask for 300 at most.
   */
  pageSize?: number;
}

/**
 * How to read a list of connectors.
 *
 * Source: CloudView API v1, "Get the list of connectors".
 *
 * @public
 */
export interface ConnectorListOptions extends PageOptions {
  /** A field and a direction; `lastSyncedOn:desc` by default. */
  sort?: string;
  /** A query in Qualys' own language, for example `state:ERROR`. */
  filter?: string;
}

/** A list of CloudView, read with `pageNo` and `pageSize`. */
export function listOf<S extends z.ZodType, T>(
  core: RequestCore,
  list: {
    path: string;
    params?: () => Record<string, string>;
    query?: Record<string, string | undefined>;
    advice: Advice;
    reader: ItemReader<S, T>;
  },
  options: PageOptions,
): Paged<T> {
  const { reader } = list;

  return paged(async function* pages() {
    const size = checkedPageSize(
      options.pageSize ?? PAGE_SIZE,
      LARGEST_PAGE_SIZE,
    );
    const unreadable = checkedUnreadable(options);
    const params = list.params?.();
    const earlier = new Set<string>();
    let before: Page<T> | undefined;

    for (let number = 0; !before?.last; number++) {
      const { page, fingerprint } = await core.read({
        family: 'cloudView',
        method: 'GET',
        path: list.path,
        params,
        query: { pageNo: number, pageSize: size, ...list.query },
        options,
        format: jsonFormat,
        advice: list.advice,
        problemIn: cloudViewProblemIn,
        read(json) {
          const read = readPage(json, reader, { number, size, unreadable });
          if (read.fingerprint && earlier.has(read.fingerprint)) {
            throw repeatedPage(number);
          }
          return read;
        },
      });
      if (fingerprint) earlier.add(fingerprint);
      before = page;
      yield page;
    }
  });
}
