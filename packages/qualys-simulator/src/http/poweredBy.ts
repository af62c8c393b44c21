import type { RequestHandler } from 'express';
import { PURPOSE, Random } from '../core/random';

/**
 * Adds the header that names the platform, the user and the customer, as the
 * API server does.
 *
 * Source: recorded answers, in which the number of the platform is padded under
 * `/qps` and not under `/api/2.0/fo`.
 *
 * @param pod - the name of the platform
 * @param seed - the seed that the data are made from at the moment
 */
export function poweredBy(pod: string, seed: () => number): RequestHandler {
  return (_req, res, next) => {
    const random = new Random(seed(), PURPOSE.platform, 0);
    const ids = `${random.uuid()}:${random.uuid()}`;
    res.set('X-Powered-By', `Qualys:${pod}:${ids}`);
    next();
  };
}
