import type { Request } from 'express';
import type { QualysHost } from '../core/host';
import type { Call } from '../faults/faultList';

/** A call in plain terms; of a parameter that stands twice, the last value counts. */
export function callOf(host: QualysHost, req: Request): Call {
  const [path, search] = req.originalUrl.split(/\?(.*)/s);
  return {
    host,
    method: req.method,
    path,
    query: Object.fromEntries(new URLSearchParams(search)),
  };
}
