import { z } from 'zod';
import type { CallOptions } from '../http';
import { checkedBy } from '../input';

const WAYS = ['refuse', 'report'] as const;

/** What becomes of records of a list that cannot be read. */
export type Unreadable = (typeof WAYS)[number];

/**
 * How to read any list.
 *
 * @public
 */
export interface ListOptions extends CallOptions {
  /**
   * What becomes of records that cannot be read, since something that they
   * cannot be without is missing or of another kind than documented.
   *
   * - `refuse` (the default): the list throws `unexpectedAnswer`, so that one
   *   which ends without an error is complete.
   * - `report`: the list goes on. They are not among the items, and
   *   `unreadable` of their page tells of each: read the list with `pages()`
   *   where it matters what is missing.
   *
   * A page that cannot be understood as a whole throws either way, and so does
   * one of several records none of which can be read.
   */
  unreadable?: 'refuse' | 'report';
}

/**
 * A record of a list that cannot be read.
 *
 * @public
 */
export interface UnreadableRecord {
  /** Its id in the form that the items have it in, where that can be read. */
  id?: string;
  /**
   * What is wrong and where in the answer it stands, for people. It holds
   * nothing of the record.
   */
  message: string;
}

/**
 * What becomes of records that cannot be read.
 *
 * @throws QualysError `invalid` that says what would be right; nothing is sent
 */
export function checkedUnreadable({ unreadable }: ListOptions): Unreadable {
  const schema = z.enum(WAYS, `must be one of ${WAYS.join(', ')}`);
  return checkedBy(
    schema.default('refuse'),
    unreadable,
    'The options of a list',
    ['unreadable'],
  );
}
