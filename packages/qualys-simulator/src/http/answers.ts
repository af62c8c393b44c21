import type { Response } from 'express';

/**
 * Refuses a call as CloudView does.
 *
 * Source: CloudView API v1, `APIErrorFacade` (400 and 401). The codes are not
 * documented; the simulator repeats the HTTP status.
 *
 * @param res - the answer
 * @param status - 400 or 401
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

/**
 * Answers that there is nothing, in the form of Spring's own error answers.
 *
 * @param res - the answer
 * @param now - the simulated time, milliseconds since 1970
 */
export function notFound(res: Response, now: number): void {
  res.status(404).json({
    timestamp: new Date(now).toISOString().replace('Z', '+0000'),
    status: 404,
    error: 'Not Found',
    message: 'No message available',
    path: res.req.originalUrl.split('?')[0],
  });
}
