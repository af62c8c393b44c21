import type { UnreadableRecord } from './unreadable';

/**
 * One page of a list.
 *
 * @public
 */
export interface Page<T> {
  /** What stands on the page, in Qualys' order. */
  items: T[];
  /**
   * The records of the page that cannot be read, in Qualys' order. There are
   * none unless the list was asked to report them.
   */
  unreadable: UnreadableRecord[];
  /** 0 for the first page. */
  number: number;
  /** How many items all pages hold together, where Qualys says. */
  totalItems?: number;
  /** How many pages there are, where Qualys says. */
  totalPages?: number;
  /** Whether no page comes after it. */
  last: boolean;
}

/**
 * A list that is read page by page while it is iterated. Each iteration starts
 * anew. A page that cannot be read throws a `QualysError`: a list that ends
 * without one is complete, but for records that it was asked to report
 * (`unreadable` of its options).
 *
 * @public
 */
export interface Paged<T> extends AsyncIterable<T> {
  /** The same list as whole pages. */
  pages(): AsyncIterable<Page<T>>;
}

/** A list from a function that starts reading its pages. */
export function paged<T>(pages: () => AsyncIterable<Page<T>>): Paged<T> {
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* page.items;
    },
  };
}
