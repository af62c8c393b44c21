import { setTimeout as wait } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import type { Clock } from '../core/clock';
import type { QualysHost } from '../core/host';
import { callOf } from '../http/call';
import type { Fault } from './fault';
import type { FaultList } from './faultList';
import { refuseForLimit } from './refuseForLimit';

const DEFAULT_DELAY_MS = 1000;

const MAINTENANCE_PAGE = `<!DOCTYPE html>
<html><head><title>Qualys</title></head>
<body><h1>We are down for maintenance</h1></body></html>
`;

function typeOf(isPage: boolean, body: unknown): string {
  if (isPage) return 'html';
  return typeof body === 'string' ? 'text' : 'json';
}

function answer(res: Response, fault: Fault, now: number): void {
  const isPage = fault.kind === 'html';
  const status = fault.status ?? (isPage ? 200 : 500);
  const plain = isPage
    ? MAINTENANCE_PAGE
    : { errorCode: String(status), message: 'Simulated', timestamp: now };
  const body = fault.body ?? plain;
  res.status(status).type(typeOf(isPage, body));
  res.set(fault.headers ?? {});
  res.send(typeof body === 'string' ? body : JSON.stringify(body));
}

function half(chunk: unknown): Buffer {
  const body = Buffer.from((chunk ?? '') as string | Uint8Array);
  return body.subarray(0, Math.ceil(body.length / 2));
}

// Express ends an answer with its whole body in one piece, which is where its
// second half can be lost.
function spoilBody(
  res: Response,
  spoil: (body: unknown, end: (body: unknown) => void) => void,
): void {
  const { end } = res;
  res.end = ((body: unknown) => {
    res.end = end;
    spoil(body, spoilt => res.end(spoilt));
    return res;
  }) as Response['end'];
}

function cut(res: Response): void {
  spoilBody(res, body => {
    const rest = half(body);
    if (rest.length > 0) {
      res.write(rest, () => res.destroy());
    } else {
      // Without its length, an empty answer is not complete before it ends.
      res.removeHeader('Content-Length');
      res.flushHeaders();
      res.destroy();
    }
  });
}

function malform(res: Response): void {
  spoilBody(res, (body, end) => {
    const rest = half(body);
    res.set('Content-Length', String(rest.length));
    end(rest);
  });
}

function answerAs(req: Request, res: Response, contentType: string): void {
  req.headers.accept = contentType;
  spoilBody(res, (body, end) => {
    res.set('Content-Type', contentType);
    end(body);
  });
}

function loseAnswer(req: Request, res: Response): void {
  res.end = (() => {
    req.socket.resetAndDestroy();
    return res;
  }) as Response['end'];
}

/** False where the caller went away in the meantime. */
async function delayed(res: Response, fault: Fault): Promise<boolean> {
  const delay = fault.delayMs ?? (fault.kind === 'slow' ? DEFAULT_DELAY_MS : 0);
  if (delay === 0) return true;
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  return wait(delay, true, { signal: gone.signal }).catch(() => false);
}

function apply(
  fault: Fault,
  req: Request,
  res: Response,
  now: number,
  next: () => void,
): void {
  switch (fault.kind) {
    case 'status':
    case 'html':
      answer(res, fault, now);
      return;
    case 'limit':
      refuseForLimit(res, fault, now);
      return;
    case 'reset':
      req.socket.resetAndDestroy();
      return;
    case 'cut':
      cut(res);
      break;
    case 'malformed':
      malform(res);
      break;
    case 'wrongType':
      answerAs(req, res, fault.contentType ?? 'text/plain');
      break;
    case 'applied':
      loseAnswer(req, res);
      break;
    default:
  }
  next();
}

/** Spoils the calls that a fault is set for. */
export function applyFaults(
  host: QualysHost,
  faults: FaultList,
  clock: Clock,
): RequestHandler {
  return (req, res, next) => {
    const fault = faults.take(callOf(host, req));
    if (!fault) {
      next();
      return;
    }
    delayed(res, fault)
      .then(present => {
        if (present) apply(fault, req, res, clock.now(), next);
      })
      .catch(next);
  };
}
