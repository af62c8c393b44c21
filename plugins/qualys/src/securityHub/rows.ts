import type { SecurityHubRow } from 'qualys-model';

/** The rows of which anything is posted: an account without regions may be left behind, and counts as gone. */
export function postingRows(rows: readonly SecurityHubRow[]): SecurityHubRow[] {
  return rows.filter(({ regions }) => regions.length > 0);
}

/** The regions that occur in rows, in one order. */
export function regionsIn(rows: readonly SecurityHubRow[]): string[] {
  return [...new Set(rows.flatMap(({ regions }) => regions))].sort();
}
