import type { Request } from 'express';
import type { QualysHost } from '../core/host';

/** A call in plain terms. */
export interface Call {
  host: QualysHost;
  method: string;
  path: string;
  query: Record<string, string>;
}

/** Puts a call in plain terms; of a parameter that stands twice, the last value counts. */
export function callOf(host: QualysHost, req: Request): Call {
  const [path, search] = req.originalUrl.split(/\?(.*)/s);
  return {
    host,
    method: req.method,
    path,
    query: Object.fromEntries(new URLSearchParams(search)),
  };
}
