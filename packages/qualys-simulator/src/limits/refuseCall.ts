import type { Response } from 'express';
import { answerSimpleReturn } from '../fo/simpleReturn';
import type { Refusal } from './limits';

function duration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const texts = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  return texts.length > 1
    ? `${texts.slice(0, -1).join(', ')} and ${texts[texts.length - 1]}`
    : texts.join('');
}

/**
 * Refuses a call as the API server does that is over its limit: HTTP 409 with
 * code 1960 (too many at a time) or 1965 (too many in the window).
 *
 * Source: Qualys API Limits.
 *
 * @param now - the simulated time, milliseconds since 1970
 */
export function refuseAtApiServer(
  res: Response,
  refusal: Refusal,
  now: number,
): void {
  if (refusal.reason === 'concurrency') {
    const { callsToFinish } = refusal;
    const calls = `${callsToFinish} currently running instance${
      callsToFinish === 1 ? ' has' : 's have'
    }`;
    const simpleReturn = {
      status: 409,
      code: 1960,
      text: `This API cannot be run again until ${calls} finished.`,
      items: { CALLS_TO_FINISH: callsToFinish },
    };
    answerSimpleReturn(res, simpleReturn, now);
  } else {
    const { secondsToWait } = refusal;
    const wait = duration(secondsToWait);
    const simpleReturn = {
      status: 409,
      code: 1965,
      text: `This API cannot be run again for another ${wait}.`,
      items: { SECONDS_TO_WAIT: secondsToWait },
    };
    answerSimpleReturn(res, simpleReturn, now);
  }
}

/**
 * Refuses a call as the gateway does that is over its limit: HTTP 429.
 *
 * Source: Qualys API Limits, for the status; its body is not documented.
 */
export function refuseAtGateway(res: Response): void {
  res.status(429).json({ message: 'API rate limit exceeded' });
}
