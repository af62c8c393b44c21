import type { ValueOf } from '../qps/description';
import { isoDate } from '../qps/isoDate';
import {
  authStatusAt,
  hasEnded,
  resultsStatusAt,
  scanStatusAt,
  type ScanRecord,
} from './scan';
import type { WasStore } from './store';
import { OWNER } from './user';
import type { WEB_APP, WebAppRecord } from './webApp';

/** The results that the status of a last scan tells instead of `FINISHED`. */
const TOLD_RESULTS = [
  'TIME_LIMIT_EXCEEDED',
  'SCAN_NOT_LAUNCHED',
  'SCANNER_NOT_AVAILABLE',
  'SERVICE_ERROR',
  'NO_HOST_ALIVE',
  'NO_WEB_SERVICE',
  'CANCELED_WITH_RESULTS',
];

/**
 * The word for the state of a web app's last scan.
 *
 * Source: WAS API 3.0, `WasLastScanStatus`, which lacks `PROCESSING`; the
 * simulator says it nevertheless, since scans are in that state.
 */
export function lastScanStatusAt(scan: ScanRecord, now: number): string {
  const results = resultsStatusAt(scan, now);
  return hasEnded(scan, now) && TOLD_RESULTS.includes(results)
    ? results
    : scanStatusAt(scan, now);
}

function shownLastScan(scan: ScanRecord, now: number) {
  return {
    id: scan.id,
    name: scan.name,
    status: lastScanStatusAt(scan, now),
    date: isoDate(scan.launchedAt),
    summary: {
      resultsStatus: resultsStatusAt(scan, now),
      authStatus: authStatusAt(scan, now),
    },
  };
}

function shownConfig(
  record: WebAppRecord,
  store: WasStore,
): ValueOf<typeof WEB_APP>['config'] {
  const { defaultAuthRecordId: auth, defaultDnsOverrideId: dns } = record;
  const config = {
    cancelScansAfterNHours: record.cancelScansAfterNHours,
    cancelScansAt: record.cancelScansAt,
    defaultAuthRecord:
      auth === undefined
        ? undefined
        : { id: auth, name: store.authRecords.get(auth)?.name },
    defaultDnsOverride:
      dns === undefined
        ? undefined
        : { id: dns, name: store.dnsOverrides.get(dns)?.name },
  };
  const isEmpty = Object.values(config).every(value => value === undefined);
  return isEmpty ? undefined : config;
}

/**
 * A web app as answers show it.
 *
 * @param isWhole - whether its settings and its last scan are wanted too
 */
export function shownWebApp(
  record: WebAppRecord,
  isWhole: boolean,
  store: WasStore,
): ValueOf<typeof WEB_APP> {
  const { id, name, url, createdDate, updatedDate } = record;
  const tags = record.tagIds.map(tag => store.tags.reference(tag));
  if (!isWhole) {
    return { id, name, url, owner: OWNER, tags, createdDate, updatedDate };
  }
  const lastScan = store.lastScanOf(id);
  return {
    id,
    name,
    url,
    owner: OWNER,
    scope: 'ALL',
    authRecords: record.authRecordIds.map(authRecord => ({
      id: authRecord,
      name: store.authRecords.get(authRecord)?.name,
    })),
    dnsOverrides: record.dnsOverrideIds.map(override => ({
      id: override,
      name: store.dnsOverrides.get(override)?.name,
    })),
    tags,
    isScheduled: record.isScheduled,
    lastScan: lastScan && shownLastScan(lastScan, store.now()),
    createdBy: OWNER,
    createdDate,
    updatedBy: OWNER,
    updatedDate,
    config: shownConfig(record, store),
    crawlingScripts: [],
  };
}
