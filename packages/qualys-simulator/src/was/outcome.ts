import type { Random } from '../core/random';
import type { ScanRecord } from './scan';

/** How scans of WAS end, by how often of a hundred. */
const OUTCOMES: readonly [
  number,
  Pick<ScanRecord, 'status' | 'resultsStatus'>,
][] = [
  [82, { status: 'FINISHED', resultsStatus: 'SUCCESSFUL' }],
  [5, { status: 'FINISHED', resultsStatus: 'TIME_LIMIT_REACHED' }],
  [4, { status: 'FINISHED', resultsStatus: 'NO_WEB_SERVICE' }],
  [3, { status: 'FINISHED', resultsStatus: 'NO_HOST_ALIVE' }],
  [2, { status: 'FINISHED', resultsStatus: 'SERVICE_ERROR' }],
  [2, { status: 'ERROR', resultsStatus: 'SCAN_INTERNAL_ERROR' }],
  [2, { status: 'FINISHED', resultsStatus: 'CANCELED_WITH_RESULTS' }],
];

/**
 * How a scan ends: mostly well.
 *
 * @param random - the numbers of this scan
 * @param signsIn - whether it has an authentication record
 */
export function scanOutcome(
  random: Random,
  signsIn: boolean,
): Pick<
  ScanRecord,
  'status' | 'resultsStatus' | 'authStatus' | 'linksCrawled'
> {
  let roll = random.below(100);
  const outcome = OUTCOMES.find(([share]) => {
    roll -= share;
    return roll < 0;
  });
  const signedIn = random.pick([
    'SUCCESSFUL',
    'SUCCESSFUL',
    'SUCCESSFUL',
    'PARTIAL',
    'FAILED',
  ]);
  const links = 20 + random.below(400);
  const [, ending] = outcome ?? OUTCOMES[0];
  const hasResults = [
    'SUCCESSFUL',
    'TIME_LIMIT_REACHED',
    'CANCELED_WITH_RESULTS',
  ];
  const isRead = hasResults.includes(ending.resultsStatus);
  let authStatus = 'NONE';
  if (signsIn) authStatus = isRead ? signedIn : 'NOT_USED';
  return { ...ending, authStatus, linksCrawled: isRead ? links : 0 };
}
