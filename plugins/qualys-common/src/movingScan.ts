import type { WebAppScan } from './api';

const LONGEST_SCAN_MS = 7 * 24 * 60 * 60_000;

/**
 * Whether a scan is still on its way. One that Qualys never says the end of is
 * given up after a week.
 *
 * @public
 */
export function isScanMoving({
  ended,
  launchedDate,
}: Pick<WebAppScan, 'ended' | 'launchedDate'>): boolean {
  return (
    !ended &&
    (launchedDate === undefined ||
      Date.now() - Date.parse(launchedDate) < LONGEST_SCAN_MS)
  );
}
