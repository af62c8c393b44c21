import {
  cdata,
  integer,
  object,
  text,
  textBoolean,
  type ValueOf,
} from '../qps/description';
import { isoDate } from '../qps/isoDate';
import { DNS_OVERRIDE_REFERENCE } from './dnsOverride';
import { OWNER, USER } from './user';
import { AUTH_RECORD_REFERENCE } from './webApp';

/** A scan of WAS. Source: WAS API 3.0, Get Scan Details and Launch Scan. */
export const SCAN = object({
  id: integer,
  name: cdata,
  reference: text,
  type: text,
  mode: text,
  multi: textBoolean,
  progressiveScanning: text,
  target: object({
    webApp: object({ id: integer, name: cdata, url: cdata }),
    webAppAuthRecord: object({
      id: integer,
      name: cdata,
      isDefault: textBoolean,
    }),
    scannerAppliance: object({ type: text, friendlyName: cdata }),
    dnsOverride: DNS_OVERRIDE_REFERENCE,
    cancelOption: text,
  }),
  profile: object({ id: integer, name: cdata }),
  cancelAfterNHours: integer,
  cancelTime: text,
  sendMail: textBoolean,
  launchedDate: text,
  launchedBy: USER,
  endScanDate: text,
  status: text,
  summary: object({
    linksCrawled: integer,
    nbRequests: integer,
    resultsStatus: text,
    authStatus: text,
  }),
});

/** What a request to cancel a scan may bring. */
export const SCAN_CANCELLATION = object({ cancelWithResults: textBoolean });

/** What is kept of a scan. */
export interface ScanRecord {
  id: number;
  name: string;
  type: string;
  mode: string;
  /** As it was when the scan was launched. */
  webApp: { id: number; name: string; url: string };
  authRecord?: ValueOf<typeof AUTH_RECORD_REFERENCE>;
  dnsOverride?: ValueOf<typeof DNS_OVERRIDE_REFERENCE>;
  profile?: { id?: number; name?: string };
  scanner: { type?: string; friendlyName?: string };
  cancelAfterNHours?: number;
  cancelTime?: string;
  sendMail: boolean;
  /** Milliseconds since 1970, as are the other times. */
  launchedAt: number;
  /** When it stops being SUBMITTED, RUNNING and PROCESSING. */
  runningAt: number;
  processingAt: number;
  endsAt: number;
  /** How it ends. */
  status: string;
  resultsStatus: string;
  authStatus: string;
  linksCrawled: number;
}

/** The words for scans that have not ended. */
const UNDER_WAY = ['SUBMITTED', 'RUNNING', 'PROCESSING'];

/** The word for the state of a scan at a time. */
export function scanStatusAt(scan: ScanRecord, now: number): string {
  if (now < scan.runningAt) return 'SUBMITTED';
  if (now < scan.processingAt) return 'RUNNING';
  return now < scan.endsAt ? 'PROCESSING' : scan.status;
}

/** Whether a scan has ended at a time. */
export function hasEnded(scan: ScanRecord, now: number): boolean {
  return !UNDER_WAY.includes(scanStatusAt(scan, now));
}

/** What became of the results of a scan at a time. */
export function resultsStatusAt(scan: ScanRecord, now: number): string {
  if (hasEnded(scan, now)) return scan.resultsStatus;
  const isProcessing = scanStatusAt(scan, now) === 'PROCESSING';
  return isProcessing ? 'TO_BE_PROCESSED' : 'NOT_USED';
}

/** How signing in went, as far as it is known at a time. */
export function authStatusAt(scan: ScanRecord, now: number): string {
  return hasEnded(scan, now) ? scan.authStatus : 'NONE';
}

/** A scan as answers show it at a time. */
export function shownScan(
  scan: ScanRecord,
  now: number,
  isWhole: boolean,
): ValueOf<typeof SCAN> {
  const { id, name, type, mode, webApp } = scan;
  const isOver = hasEnded(scan, now);
  return {
    id,
    name,
    reference: `was/${scan.launchedAt}.${id}`,
    type,
    mode,
    multi: false,
    target: {
      webApp,
      ...(isWhole
        ? {
            webAppAuthRecord: scan.authRecord,
            scannerAppliance: scan.scanner,
            dnsOverride: scan.dnsOverride,
          }
        : {}),
    },
    profile: scan.profile,
    ...(isWhole
      ? {
          cancelAfterNHours: scan.cancelAfterNHours,
          cancelTime: scan.cancelTime,
          sendMail: scan.sendMail,
        }
      : {}),
    launchedDate: isoDate(scan.launchedAt),
    launchedBy: OWNER,
    endScanDate: isOver ? isoDate(scan.endsAt) : undefined,
    status: scanStatusAt(scan, now),
    summary: {
      ...(isWhole && isOver
        ? {
            linksCrawled: scan.linksCrawled,
            nbRequests: scan.linksCrawled * 47,
          }
        : {}),
      resultsStatus: resultsStatusAt(scan, now),
      authStatus: authStatusAt(scan, now),
    },
  };
}
