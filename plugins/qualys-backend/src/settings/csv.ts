import type { SettingsHistoryEntry } from 'backstage-plugin-qualys-common';
import { stringify } from 'csv-stringify/sync';

const COLUMNS = [
  'at',
  'actor',
  'entityRef',
  'type',
  'subscription',
  'objectId',
  'action',
  'outcome',
  'setting',
  'effect',
  'before',
  'after',
  'reason',
] as const;

function textOf(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * Entries of the history as CSV (RFC 4180), a line for each setting that
 * changed, and one for an entry without any. What a spreadsheet would take for
 * a formula is marked as text.
 */
export function toCsv(entries: readonly SettingsHistoryEntry[]): string {
  const lines = entries.flatMap(({ changes, settings: _, ...entry }) =>
    (changes.length > 0 ? changes : [{}]).map(change => ({
      ...entry,
      ...change,
      ...('before' in change && { before: textOf(change.before) }),
      ...('after' in change && { after: textOf(change.after) }),
    })),
  );
  return stringify(lines, {
    header: true,
    columns: [...COLUMNS],
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
