/**
 * What a scan came to, for people.
 *
 * - `running`: it has not come to an end; `PROCESSING` is no end either.
 * - `succeeded`: it ended, and its results are good.
 * - `failed`: it ended without results, or could not sign in although it was to.
 * - `canceled`: somebody, or a limit that was set for it, ended it early.
 * - `unknown`: Qualys used a word that is not known here, or said too little.
 *
 * @public
 */
export const SCAN_OUTCOMES = [
  'running',
  'succeeded',
  'failed',
  'canceled',
  'unknown',
] as const;

/** What a scan came to, for people. @public */
export type ScanOutcome = (typeof SCAN_OUTCOMES)[number];

// The words of `status` and of `WasLastScanStatus`. The sets are open.
const STATUS: Record<string, ScanOutcome> = {
  SUBMITTED: 'running',
  QUEUED: 'running',
  RUNNING: 'running',
  PROCESSING: 'running',
  CANCELING: 'running',
  ERROR: 'failed',
  SERVICE_ERROR: 'failed',
  TIME_LIMIT_EXCEEDED: 'failed',
  TIME_LIMIT_REACHED: 'failed',
  SCAN_NOT_LAUNCHED: 'failed',
  SCANNER_NOT_AVAILABLE: 'failed',
  NO_HOST_ALIVE: 'failed',
  NO_WEB_SERVICE: 'failed',
  SCAN_INTERNAL_ERROR: 'failed',
  SCAN_RESULTS_INVALID: 'failed',
  CANCELED: 'canceled',
  CANCELED_WITH_RESULTS: 'canceled',
};

// The words of `resultsStatus`, of a scan that has FINISHED.
const RESULTS: Record<string, ScanOutcome> = {
  ...STATUS,
  SUCCESSFUL: 'succeeded',
  TO_BE_PROCESSED: 'running',
  CANCELING: 'canceled',
};

function word(text: string | undefined): string {
  return text?.trim().toUpperCase() ?? '';
}

function meaningOf(words: Record<string, ScanOutcome>, key: string) {
  return Object.hasOwn(words, key) ? words[key] : 'unknown';
}

/**
 * Whether a status is an end: nothing will change any more. `PROCESSING` is
 * none (it becomes `FINISHED`), and a word that is not known counts as none.
 *
 * Source: Qualys WAS API 3.0, "Added a New Scan Status PROCESSING for WAS
 * Scans"; `webapp.xsd`, `WasLastScanStatus`.
 *
 * @param status - the status in the word that Qualys used
 *
 * @public
 */
export function isScanEnd(status: string | undefined): boolean {
  const key = word(status);
  const meaning = meaningOf(STATUS, key);
  return key === 'FINISHED' || meaning === 'failed' || meaning === 'canceled';
}

/**
 * What a scan came to. `FINISHED` alone is not good: what became of the results
 * decides, and a scan that was to sign in and could not has failed. Without a
 * word on the results, a finished scan is `unknown`.
 *
 * Source: Qualys WAS API 3.0, "Search Scans" (`status`, `resultsStatus`,
 * `authStatus`); `webapp.xsd`, `WasLastScanStatus`. What the words mean for
 * people is not documented; it is read from the words themselves.
 *
 * @param scan - the words that Qualys used
 *
 * @public
 */
export function scanOutcome(scan: {
  status?: string;
  resultsStatus?: string;
  authStatus?: string;
}): ScanOutcome {
  const status = word(scan.status);
  if (status !== 'FINISHED') return meaningOf(STATUS, status);
  const results = meaningOf(RESULTS, word(scan.resultsStatus));
  return results === 'succeeded' && word(scan.authStatus) === 'FAILED'
    ? 'failed'
    : results;
}
