import type { Response } from 'express';
import type { QualysHost } from '../core/host';
import type { Admission } from './limits';

/** Tells the limits in headers. Source: Qualys API Limits. */
export function tellLimits(
  res: Response,
  host: QualysHost,
  state: Admission,
): void {
  const { limit, remaining, running, secondsToWait, refusal } = state;
  if (limit.perHour !== null) {
    res.set('X-RateLimit-Limit', String(limit.perHour));
    res.set('X-RateLimit-Window-Sec', String(limit.windowSeconds));
    res.set('X-RateLimit-Remaining', String(remaining));
    // The gateway tells the wait only where there is one.
    if (host === 'api' || refusal?.reason === 'rate') {
      res.set('X-RateLimit-ToWait-Sec', String(secondsToWait));
    }
  }
  if (limit.concurrency !== null) {
    res.set('X-Concurrency-Limit-Limit', String(limit.concurrency));
    res.set('X-Concurrency-Limit-Running', String(running));
  }
}

/** Takes these headers away again. */
export function withoutLimits(res: Response): void {
  for (const name of res.getHeaderNames()) {
    if (/^x-(ratelimit|concurrency-limit)-/.test(name)) res.removeHeader(name);
  }
}
