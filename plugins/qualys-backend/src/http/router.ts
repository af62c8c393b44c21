import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import { createErrorHandler } from './errorHandler';
import { readIfMatch } from './ifMatch';
import { createOpenApiDocument, OPENAPI_PATH } from './openapi';
import { parseRequest } from './parse';
import type { Route } from './route';

/** The largest body that a route takes which says nothing else, in bytes. */
export const MAX_BODY_BYTES = 100 * 1024;

/** Serves the routes below `/v1`, and their description at `/v1/openapi.json`. */
export function createRouter(options: {
  routes: readonly Route[];
  httpAuth: HttpAuthService;
  logger: LoggerService;
}): express.Router {
  const { routes, httpAuth, logger } = options;
  const document = createOpenApiDocument(routes);
  const router = PromiseRouter();

  router.use((_req, res, next) => {
    // The answers depend on who asks.
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.get(OPENAPI_PATH, (_req, res) => {
    res.json(document);
  });

  for (const route of routes) {
    const limit = route.maxBodyBytes ?? MAX_BODY_BYTES;
    const parsers = route.request.body
      ? [express.json({ limit, strict: true })]
      : [];
    router[route.method](`/v1${route.path}`, ...parsers, async (req, res) => {
      const credentials = await httpAuth.credentials(req, {
        allow: [...route.allow],
      });
      const call = parseRequest(route, req);
      const ifMatch = route.precondition ? readIfMatch(req) : '';
      const answer = await route.handle({
        ...call,
        credentials,
        ifMatch,
        http: req,
      });
      if (route.version) res.setHeader('ETag', `"${route.version(answer)}"`);
      if (route.mediaType) res.type(route.mediaType).send(answer);
      else res.json(answer);
    });
  }

  router.use(() => {
    throw new NotFoundError('There is no such route');
  });
  router.use(createErrorHandler(logger));
  return router;
}
