import type { RequestHandler, Response } from 'express';
import { STATUS_CODES } from 'node:http';
import type { Clock } from '../core/clock';

/**
 * Answers an error in the form of Spring's own error answers.
 *
 * @param res - the answer
 * @param status - the HTTP status
 * @param message - what is wrong
 * @param now - the simulated time, milliseconds since 1970
 */
export function springError(
  res: Response,
  status: number,
  message: string,
  now: number,
): void {
  res.status(status).json({
    timestamp: new Date(now).toISOString().replace('Z', '+0000'),
    status,
    error: STATUS_CODES[status],
    message,
    path: res.req.originalUrl.split('?')[0],
  });
}

/**
 * Answers that there is nothing, as Spring does.
 *
 * @param res - the answer
 * @param now - the simulated time, milliseconds since 1970
 */
export function notFound(res: Response, now: number): void {
  springError(res, 404, 'No message available', now);
}

/**
 * Answers every call with 405, as Spring does: the path is there, but not for
 * this method, and nothing was done.
 *
 * @param allowed - the methods that there are
 * @param clock - the simulated time
 */
export function methodNotAllowed(
  allowed: readonly string[],
  clock: Clock,
): RequestHandler {
  return (req, res) => {
    res.set('Allow', allowed.join(', '));
    const message = `Request method '${req.method}' not supported`;
    springError(res, 405, message, clock.now());
  };
}
