import express, {
  type ErrorRequestHandler,
  type Express,
  type RequestHandler,
} from 'express';
import type { Clock } from './core/clock';
import type { QualysHost } from './core/host';
import { applyFaults } from './faults/applyFaults';
import type { FaultList } from './faults/faultList';
import type { Journal } from './journal/journal';
import { keepJournal } from './journal/keepJournal';
import { applyLimits } from './limits/applyLimits';
import type { Limits } from './limits/limits';
import { notFound, springError } from './http/answers';

/** What all hosts of the platform share. */
export interface Platform {
  clock: Clock;
  faults: FaultList;
  journal: Journal;
  limits: Limits;
}

/**
 * One host of the platform: every call is written down, held against the
 * limits, may be spoilt by a fault, and is answered by one of the routes. What
 * no route answers is not found, which goes for every path that belongs to
 * another host.
 *
 * Handlers that run before the routes of an API, such as authentication, are
 * given with these routes.
 *
 * @param host - which one
 * @param platform - what all hosts share
 * @param routes - the paths that it serves, each with what answers them
 */
export function hostApp(
  host: QualysHost,
  platform: Platform,
  routes: Record<string, RequestHandler[]>,
): Express {
  const { clock, faults, journal, limits } = platform;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(keepJournal(host, journal, clock));
  app.use(applyLimits(host, limits, clock));
  app.use(applyFaults(host, faults, clock));
  for (const [path, handlers] of Object.entries(routes)) {
    app.use(path, ...handlers);
  }
  app.use((_req, res) => notFound(res, clock.now()));
  // A path that is no proper URL reaches no API.
  const refusePath: ErrorRequestHandler = (error, _req, res, next) => {
    if (typeof error.status === 'number' && error.status < 500) {
      springError(res, error.status, 'Bad Request', clock.now());
    } else {
      next(error);
    }
  };
  app.use(refusePath);
  return app;
}
