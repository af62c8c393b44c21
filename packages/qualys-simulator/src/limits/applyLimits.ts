import type { RequestHandler } from 'express';
import type { Clock } from '../core/clock';
import type { QualysHost } from '../core/host';
import { onceAnswered } from '../http/onceAnswered';
import type { Limits } from './limits';
import type { LimitedFamily } from './options';
import { refuseAtApiServer, refuseAtGateway } from './refuseCall';
import { tellLimits } from './tellLimits';

function familyOf(host: QualysHost, path: string): LimitedFamily | undefined {
  switch (host) {
    case 'api':
      if (path.startsWith('/api/2.0/fo/')) return 'fo';
      return path.startsWith('/qps/') ? 'qps' : undefined;
    case 'gateway':
      // Signing in is exempt, which Qualys API Limits says.
      return path === '/auth' ? undefined : 'gateway';
    default:
      return 'cloudView';
  }
}

/**
 * Holds the calls of a host against the limits of their API. Every call
 * counts, whoever sends it and whatever becomes of it.
 */
export function applyLimits(
  host: QualysHost,
  limits: Limits,
  clock: Clock,
): RequestHandler {
  return (req, res, next) => {
    const family = familyOf(host, req.path);
    if (!family) {
      next();
      return;
    }
    const admission = limits.enter(family);
    onceAnswered(res, admission.leave);
    res.once('close', admission.leave);
    if (admission.limit.headers) tellLimits(res, host, admission);
    if (!admission.refusal) next();
    else if (host === 'api') {
      refuseAtApiServer(res, admission.refusal, clock.now());
    } else refuseAtGateway(res);
  };
}
