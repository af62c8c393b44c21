import { z } from 'zod';
import { checkedBy } from '../input';

/**
 * How many items a page is to hold.
 *
 * @throws QualysError `invalid` that says what would be right; nothing is sent
 */
export function checkedPageSize(pageSize: number, largest: number): number {
  const rule = `must be a whole number from 1 to ${largest}`;
  const schema = z.int(rule).min(1, rule).max(largest, rule);
  return checkedBy(schema, pageSize, 'The options of a list', ['pageSize']);
}
