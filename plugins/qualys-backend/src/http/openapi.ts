import { errorBodySchema } from 'backstage-plugin-qualys-common';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { z } from 'zod';
import type { Route } from './route';

/** Where the description of the API is served. */
export const OPENAPI_PATH = '/v1/openapi.json';

const errorBody = errorBodySchema.meta({ id: 'Error' });

const ERRORS: Record<number, string> = {
  400: 'The request is not valid; `fields` says where',
  401: 'Nobody is signed in',
  403: 'A permission is missing',
  404: 'There is no such thing',
  409: 'It contradicts the present state',
  412: 'The state that it was made from has changed; `current` is how it is now',
  428: 'It does not say which state it was made from',
  503: 'Qualys cannot be asked at present; `code` says why',
};

const PRECONDITION: ReadonlySet<string> = new Set(['412', '428']);

const ifMatch = z.object({
  'If-Match': z.string().meta({
    description: 'The `ETag` of the state that the change is made from',
  }),
});

const etag = {
  ETag: {
    description: 'The version of the state, as in the body',
    schema: { type: 'string' as const },
  },
};

function describe(route: Route) {
  const errors = Object.fromEntries(
    Object.entries(ERRORS)
      .filter(([status]) => route.precondition || !PRECONDITION.has(status))
      .map(([status, description]) => [
        status,
        { description, content: { 'application/json': { schema: errorBody } } },
      ]),
  );
  return {
    summary: route.summary,
    operationId: `${route.method}${route.path.replace(
      /[/:-]+(\w)?/g,
      (_match, letter: string | undefined) => letter?.toUpperCase() ?? '',
    )}`,
    requestParams: {
      path: route.request.params as z.ZodObject,
      query: route.request.query as z.ZodObject,
      ...(route.precondition && { header: ifMatch }),
    },
    ...(route.request.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: route.request.body } },
      },
    }),
    responses: {
      200: {
        description: 'Done',
        ...(route.version && { headers: etag }),
        content: {
          [route.mediaType ?? 'application/json']: { schema: route.response },
        },
      },
      ...errors,
    },
    security: [{ backstage: [] }],
  };
}

/** The OpenAPI 3.1 description of the routes, made from their schemas. */
export function createOpenApiDocument(
  routes: readonly Route[],
): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = `/v1${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method]: describe(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Qualys for Backstage',
      version: '1',
      description:
        'Cloud connectors of Qualys as the portal mirrors them, the integrations of services and their settings, who claims them, and how the syncs go.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/qualys' }],
    paths,
    components: {
      securitySchemes: {
        backstage: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of Backstage, of a user or of a service',
        },
      },
    },
  });
}
