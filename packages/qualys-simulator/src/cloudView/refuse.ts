import type { Response } from 'express';

/**
 * Refuses a call as CloudView does.
 *
 * Source: CloudView API v1, `APIErrorFacade` (400 and 401). The codes are not
 * documented; the simulator repeats the HTTP status.
 *
 * @param res - the answer
 * @param status - 400 or 401; 413 where the body is too large
 * @param message - what is wrong
 * @param now - the simulated time, milliseconds since 1970
 */
export function refuse(
  res: Response,
  status: number,
  message: string,
  now: number,
): void {
  res
    .status(status)
    .json({ errorCode: String(status), message, timestamp: now });
}
