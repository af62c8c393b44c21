import type { Response } from 'express';
import { answerSimpleReturn } from '../fo/simpleReturn';
import { refuseAtApiServer, refuseAtGateway } from '../limits/refuseCall';
import { withoutLimits } from '../limits/tellLimits';
import type { Fault } from './fault';

const DEFAULT_WAIT_SECONDS = 60;

const UNREGISTERED =
  'Registration must be completed before API requests will be served for this account';

function headersOf(code: number, secondsToWait: number) {
  const isConcurrency = code === 1960;
  return {
    'X-RateLimit-Limit': '300',
    'X-RateLimit-Window-Sec': '3600',
    'X-RateLimit-Remaining': isConcurrency ? '120' : '0',
    'X-RateLimit-ToWait-Sec': isConcurrency ? '0' : String(secondsToWait),
    'X-Concurrency-Limit-Limit': '2',
    'X-Concurrency-Limit-Running': isConcurrency ? '2' : '1',
  };
}

/**
 * Refuses a call as if a limit were reached, whatever the limits are.
 *
 * Source: Qualys API Limits. Code 2003 stands beside the codes of limits, with
 * the same HTTP status, but is none.
 *
 * @param now - the simulated time, milliseconds since 1970
 */
export function refuseForLimit(res: Response, fault: Fault, now: number): void {
  const {
    code = 1965,
    secondsToWait = DEFAULT_WAIT_SECONDS,
    limitHeaders = true,
    headers = {},
  } = fault;
  withoutLimits(res);
  if (limitHeaders && code !== 2003) res.set(headersOf(code, secondsToWait));
  res.set(headers);
  switch (code) {
    case 1960:
      refuseAtApiServer(res, { reason: 'concurrency', callsToFinish: 1 }, now);
      break;
    case 1965:
      refuseAtApiServer(res, { reason: 'rate', secondsToWait }, now);
      break;
    case 2003:
      answerSimpleReturn(res, { status: 409, code, text: UNREGISTERED }, now);
      break;
    default:
      refuseAtGateway(res);
  }
}
