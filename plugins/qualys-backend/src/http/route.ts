import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import { z } from 'zod';

/** Who a route serves; a route that writes serves users only. */
export type AllowedPrincipal = 'user' | 'service';

/** The credentials of whoever calls a route. */
export type CallerCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** The zod schemas of what a route takes; a part that is left out takes nothing. */
export interface RouteRequestSchemas<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> {
  params?: P;
  query?: Q;
  body?: B;
}

/** A request that has passed the schemas of its route. */
export interface RouteCall<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  credentials: CallerCredentials;
  /** The state that the change was made from; empty where the route changes nothing that is read before. */
  ifMatch: string;
  /** The request itself, for the auditor alone. */
  http: Request;
}

/** A route: what it takes, whom it serves, what it answers. */
export interface RouteDefinition<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** In Express' style, below `/v1`: `/connectors/:subscription/:id`. */
  path: string;
  /** What it does, in one line, for the API description. */
  summary: string;
  request?: RouteRequestSchemas<P, Q, B>;
  /** The schema of the body of a successful answer (200). */
  response: R;
  allow: readonly AllowedPrincipal[];
  /** The media type of the answer, which is a text then; JSON unless given. */
  mediaType?: string;
  /** The largest body that it takes, in bytes; that of the router unless given. */
  maxBodyBytes?: number;
  /** Whether callers must say, with `If-Match`, from which state they make the change. */
  precondition?: boolean;
  /** The version of what is answered, which goes along as its `ETag`, too. */
  version?(answer: z.input<R>): string;
  handler(
    call: RouteCall<z.output<P>, z.output<Q>, z.output<B>>,
  ): Promise<z.input<R>>;
}

/** A route as the router and the API description take it. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly request: {
    readonly params: z.ZodType;
    readonly query: z.ZodType;
    readonly body: z.ZodType | undefined;
  };
  readonly response: z.ZodType;
  readonly allow: readonly AllowedPrincipal[];
  readonly precondition: boolean;
  readonly mediaType?: string;
  readonly maxBodyBytes?: number;
  version?(answer: unknown): string;
  handle(call: RouteCall<unknown, unknown, unknown>): Promise<unknown>;
}

/** Takes nothing at all; unknown keys are refused. */
const nothing = z.strictObject({});

/**
 * Defines a route. The schemas given here are what the router enforces and
 * what the API description is made from.
 *
 * ```ts
 * defineRoute({
 *   method: 'get',
 *   path: '/connectors/:subscription/:id',
 *   summary: 'One connector',
 *   request: { params: connectorParamsSchema },
 *   response: mirroredConnectorSchema,
 *   allow: ['user', 'service'],
 *   handler: async ({ params, credentials }) => { … },
 * })
 * ```
 */
export function defineRoute<
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodType,
>(definition: RouteDefinition<P, Q, B, R>): Route {
  const { method, path, summary, request = {}, response, allow } = definition;
  return {
    method,
    path,
    summary,
    request: {
      params: request.params ?? nothing,
      query: request.query ?? nothing,
      body: request.body,
    },
    response,
    allow,
    precondition: definition.precondition ?? false,
    mediaType: definition.mediaType,
    maxBodyBytes: definition.maxBodyBytes,
    ...(definition.version && {
      version: answer => definition.version!(answer as z.input<R>),
    }),
    // The router has parsed each part with exactly these schemas.
    handle: call =>
      definition.handler(
        call as RouteCall<z.output<P>, z.output<Q>, z.output<B>>,
      ),
  };
}

/** Who calls, for the record: a user's entity reference, or a service's name. */
export function callerOf({ principal }: CallerCredentials): string {
  return principal.type === 'user'
    ? principal.userEntityRef
    : principal.subject;
}
