import type {
  ReadAge,
  WebAppScan,
  WebAppScanList,
} from 'backstage-plugin-qualys-common';
import { isScanEnd, scanOutcome, type Scan } from 'qualys-model';
import { versionOf } from '../settings';

/** How many scans a list holds. */
export const MOST_SCANS = 50;

/** What the cache holds of the scans of a web app. */
export type Scans = Pick<WebAppScanList, 'items' | 'truncated'>;

/** A scan with what its words mean. */
export function toWebAppScan(scan: Scan): WebAppScan {
  const { webApp: _, launchedBy: __, ...rest } = scan;
  const outcome = scanOutcome(scan);
  const { launchedDate, endScanDate } = scan;
  const seconds =
    launchedDate !== undefined && endScanDate !== undefined
      ? (Date.parse(endScanDate) - Date.parse(launchedDate)) / 1000
      : undefined;
  return {
    ...rest,
    outcome,
    // The results of a scan that is FINISHED may still have to be processed.
    ended: isScanEnd(scan.status) && outcome !== 'running',
    ...(seconds !== undefined && seconds >= 0 && { durationSeconds: seconds }),
  };
}

function newestFirst(a: WebAppScan, b: WebAppScan): number {
  // One of which Qualys has not said yet when it began is the newest.
  const dateOf = ({ launchedDate = '~' }: WebAppScan) => launchedDate;
  const byDate = Number(dateOf(a) < dateOf(b)) - Number(dateOf(a) > dateOf(b));
  return byDate || b.id.localeCompare(a.id, 'en', { numeric: true });
}

/** The last of some scans, each once, newest first. */
export function scansOf(items: readonly WebAppScan[]): Scans {
  return {
    items: items.toSorted(newestFirst).slice(0, MOST_SCANS),
    truncated: items.length > MOST_SCANS,
  };
}

/** Scans as they are answered. */
export function scanListOf(scans: Scans, age: ReadAge): WebAppScanList {
  return { version: versionOf(scans.items[0]?.id), ...scans, ...age };
}
