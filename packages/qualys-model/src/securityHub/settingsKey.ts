import type { SecurityHubRow } from './row';

/** A text that is equal for rows with the same severity, category and regions in the same order. */
export function settingsKey(row: Omit<SecurityHubRow, 'awsAccount'>): string {
  return JSON.stringify([row.minSeverity, row.baseCategory, row.regions]);
}
