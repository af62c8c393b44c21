import { CustomErrorBase } from '@backstage/errors';
import type { Request } from 'express';
import { z } from 'zod';
import type { Route } from './route';

/** A field of a request that is wrong. */
export interface InvalidField {
  /** Where it stands: `query.limit`, `body.reason`. */
  path: string;
  message: string;
}

/** A request that does not pass the schemas of its route. */
export class InvalidRequestError extends CustomErrorBase {
  name = 'InputError' as const;

  constructor(readonly fields: InvalidField[]) {
    super(fields.map(field => `${field.path}: ${field.message}`).join('; '));
  }
}

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
