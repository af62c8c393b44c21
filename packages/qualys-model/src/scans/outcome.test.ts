import { isScanEnd, scanOutcome } from '.';

describe('what a scan came to', () => {
  it.each([
    [{ status: 'SUBMITTED' }, 'running'],
    [{ status: 'RUNNING' }, 'running'],
    [{ status: 'PROCESSING' }, 'running'],
    [{ status: 'PROCESSING', resultsStatus: 'SUCCESSFUL' }, 'running'],
    [{ status: 'FINISHED', resultsStatus: 'SUCCESSFUL' }, 'succeeded'],
    [
      { status: 'FINISHED', resultsStatus: 'SUCCESSFUL', authStatus: 'NONE' },
      'succeeded',
    ],
    [
      {
        status: 'FINISHED',
        resultsStatus: 'SUCCESSFUL',
        authStatus: 'PARTIAL',
      },
      'succeeded',
    ],
    [
      { status: 'FINISHED', resultsStatus: 'SUCCESSFUL', authStatus: 'FAILED' },
      'failed',
    ],
    [{ status: 'FINISHED', resultsStatus: 'TO_BE_PROCESSED' }, 'running'],
    [{ status: 'FINISHED', resultsStatus: 'NO_HOST_ALIVE' }, 'failed'],
    [{ status: 'FINISHED', resultsStatus: 'TIME_LIMIT_REACHED' }, 'failed'],
    [
      { status: 'FINISHED', resultsStatus: 'CANCELED_WITH_RESULTS' },
      'canceled',
    ],
    [{ status: 'FINISHED', resultsStatus: 'CANCELING' }, 'canceled'],
    [{ status: 'FINISHED', resultsStatus: 'NOT_USED' }, 'unknown'],
    [{ status: 'FINISHED', resultsStatus: 'SOMETHING_NEW' }, 'unknown'],
    [{ status: 'FINISHED' }, 'unknown'],
    [{ status: 'TIME_LIMIT_EXCEEDED' }, 'failed'],
    [{ status: 'SCAN_NOT_LAUNCHED' }, 'failed'],
    [{ status: 'SCANNER_NOT_AVAILABLE' }, 'failed'],
    [{ status: 'ERROR' }, 'failed'],
    [{ status: 'SERVICE_ERROR' }, 'failed'],
    [{ status: 'NO_HOST_ALIVE' }, 'failed'],
    [{ status: 'NO_WEB_SERVICE' }, 'failed'],
    [{ status: 'CANCELED' }, 'canceled'],
    [{ status: 'CANCELED_WITH_RESULTS' }, 'canceled'],
    [{ status: ' canceled ' }, 'canceled'],
    [{ status: 'SOMETHING_NEW' }, 'unknown'],
    [{ status: 'toString' }, 'unknown'],
    [{}, 'unknown'],
  ])('is, by %j, %s', (scan, outcome) => {
    expect(scanOutcome(scan)).toBe(outcome);
  });

  it.each([
    ['SUBMITTED', false],
    ['RUNNING', false],
    ['PROCESSING', false],
    ['SOMETHING_NEW', false],
    [undefined, false],
    ['FINISHED', true],
    ['ERROR', true],
    ['CANCELED', true],
    ['CANCELED_WITH_RESULTS', true],
    ['TIME_LIMIT_EXCEEDED', true],
    ['SCAN_NOT_LAUNCHED', true],
    ['SCANNER_NOT_AVAILABLE', true],
    ['SERVICE_ERROR', true],
    ['NO_HOST_ALIVE', true],
    ['NO_WEB_SERVICE', true],
  ])('is final with %s: %s', (status, end) => {
    expect(isScanEnd(status)).toBe(end);
  });
});
