import type { Request } from 'express';
import { z } from 'zod';
import { InvalidRequestError, type InvalidField } from '../errors';
import type { Route } from './route';

// A request with many faults is answered with the first of them.
const MAX_FIELDS = 20;

/** Reads the parts of a request with the schemas of its route. */
export function parseRequest(
  route: Route,
  req: Request,
): { params: unknown; query: unknown; body: unknown } {
  const fields: InvalidField[] = [];
  const read = (part: string, schema: z.ZodType, value: unknown) => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      fields.push({
        path: [part, ...issue.path.map(String)].join('.'),
        message: issue.message,
      });
    }
    return undefined;
  };

  const call = {
    params: read('params', route.request.params, req.params),
    query: read('query', route.request.query, req.query),
    body: route.request.body
      ? read('body', route.request.body, req.body)
      : undefined,
  };
  if (fields.length > 0) {
    throw new InvalidRequestError(fields.slice(0, MAX_FIELDS));
  }
  return call;
}
