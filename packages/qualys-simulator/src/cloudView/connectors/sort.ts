import type { ConnectorRecord } from './connector';
import type { Moment } from './filter';
import { lastSyncOf, stateOf } from './lifecycle';

/** A sort that CloudView does not know. */
export class SortError extends Error {}

/** How a list is sorted. */
export interface Sort {
  field: keyof typeof KEYS;
  direction: 'asc' | 'desc';
}

type Key = (record: ConnectorRecord, moment: Moment) => string | number;

const KEYS = {
  lastSyncedOn: (record, { now, poll }) => lastSyncOf(record, now, poll),
  name: record => record.settings.name,
  state: (record, { now }) => stateOf(record, now),
  totalAssets: record => record.settings.totalAssets,
} satisfies Record<string, Key>;

/** The sort that CloudView uses unless it is asked for another one. */
export const DEFAULT_SORT: Sort = { field: 'lastSyncedOn', direction: 'desc' };

/**
 * Reads `field:asc` or `field:desc`; without a direction it is ascending.
 *
 * @throws SortError where the field or the direction is unknown
 */
export function parseSort(text: string): Sort {
  const [field, direction = 'asc', ...more] = text.split(':');
  if (!Object.hasOwn(KEYS, field) || more.length > 0) {
    throw new SortError(`the field is one of ${Object.keys(KEYS).join(', ')}`);
  }
  if (direction !== 'asc' && direction !== 'desc') {
    throw new SortError('the direction is asc or desc');
  }
  return { field: field as Sort['field'], direction };
}

/** The records in order; those with the same key in the order of creation. */
export function sorted(
  records: Iterable<ConnectorRecord>,
  sort: Sort,
  moment: Moment,
): ConnectorRecord[] {
  const key: Key = KEYS[sort.field];
  const sign = sort.direction === 'asc' ? 1 : -1;
  const keyed = Array.from(records, record => ({
    record,
    key: key(record, moment),
  }));
  keyed.sort((a, b) => {
    if (a.key === b.key) return a.record.order - b.record.order;
    return a.key < b.key ? -sign : sign;
  });
  return keyed.map(entry => entry.record);
}
