import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  connectorRequestDetailsSchema,
  newExternalIdSchema,
  requestFindingsSchema,
  requestProgressSchema,
  type ConnectorRequestDetails,
  type NewExternalId,
  type RequestCheck,
  type RequestFile,
  type RequestFindings,
  type RequestProgress,
} from 'backstage-plugin-qualys-common';
import { z } from 'zod';

/** How something is asked for. */
export interface CallOptions {
  signal?: AbortSignal;
}

/** In whose name something is asked for. */
export interface InNameOf extends CallOptions {
  credentials: BackstageCredentials;
}

/** The requests of the `qualys` backend plugin, as the scaffolder sees them. */
export interface RequestsClient {
  /** Files a request, once for each idempotency key. */
  file(
    wanted: RequestFile,
    options: InNameOf,
  ): Promise<ConnectorRequestDetails>;
  /** What is wrong with a request, and what it collides with; nothing is kept. */
  check(wanted: RequestCheck, options: InNameOf): Promise<RequestFindings>;
  /** A new external ID, with the trust policy that goes with it. */
  newExternalId(
    wanted: { subscription: string; partition?: string },
    options: InNameOf,
  ): Promise<NewExternalId>;
  /**
   * How far a request has come, asked in the scaffolder's own name: a task may
   * wait for longer than the token of whoever began it is good for.
   */
  progress(
    wanted: { id: string; requester: string },
    options?: CallOptions,
  ): Promise<RequestProgress>;
}

const TIMEOUT_MS = 30_000;

// What the backend says, which names what is wrong; what is the body of a
// request over HTTP is the input of a step.
async function refusalOf(
  response: Parameters<typeof ResponseError.fromResponse>[0],
): Promise<Error> {
  const { cause } = await ResponseError.fromResponse(response);
  const error = new Error(cause.message.replace(/(^|; )body\./g, '$1input.'));
  error.name = cause.name;
  return error;
}

/** Speaks to the `qualys` backend plugin. */
export function createRequestsClient(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): RequestsClient {
  const { auth, discovery } = options;

  async function ask<S extends z.ZodType>(
    schema: S,
    call: InNameOf & {
      path: string;
      query?: Record<string, string | undefined>;
      post?: unknown;
    },
  ): Promise<z.output<S>> {
    const { path, query = {}, post, credentials, signal } = call;
    const url = new URL(`${await discovery.getBaseUrl('qualys')}/v1${path}`);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'qualys',
    });
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, {
      headers: {
        Authorization: `Bearer ${token}`,
        ...(post !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(post !== undefined && { method: 'POST', body: JSON.stringify(post) }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (!response.ok) throw await refusalOf(response);
    const answer = schema.safeParse(await response.json());
    if (!answer.success) {
      throw new Error(
        `The answer of ${path} is not understood: ${z.prettifyError(
          answer.error,
        )}`,
      );
    }
    return answer.data;
  }

  return {
    file: (wanted, inNameOf) =>
      ask(connectorRequestDetailsSchema, {
        path: '/requests/file',
        post: wanted,
        ...inNameOf,
      }),
    check: (wanted, inNameOf) =>
      ask(requestFindingsSchema, {
        path: '/requests/check',
        post: wanted,
        ...inNameOf,
      }),
    newExternalId: (wanted, inNameOf) =>
      ask(newExternalIdSchema, {
        path: '/external-id',
        query: wanted,
        ...inNameOf,
      }),
    progress: async ({ id, requester }, callOptions) =>
      ask(requestProgressSchema, {
        path: `/requests/${encodeURIComponent(id)}/state`,
        query: { requester },
        credentials: await auth.getOwnServiceCredentials(),
        ...callOptions,
      }),
  };
}
