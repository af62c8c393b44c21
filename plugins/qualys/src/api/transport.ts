import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import { codeOfStatus, QualysApiError } from './QualysApiError';
import type {
  BoundObject,
  QualysReadOptions,
  QualysRequestOptions,
} from './requests';
import type * as schemas from './schemas';

type Schemas = typeof schemas;
type SchemaName = keyof Schemas;
type Answer<S extends SchemaName> = ReturnType<Schemas[S]['parse']>;

/** A request to the Qualys backend. */
export interface Request extends QualysRequestOptions {
  path: string[];
  query?: Record<string, string | number | boolean | undefined>;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** The version of the state that a change is made from. */
  ifMatch?: string;
}

/** A request that is answered in JSON. */
export interface Call<S extends SchemaName> extends Request {
  /** The schema that the answer must pass. */
  answer: S;
}

/** Sends requests and reads the answers. */
export interface Transport {
  call: <S extends SchemaName>(call: Call<S>) => Promise<Answer<S>>;
  /** For what is answered in another form than JSON. */
  text: (request: Request) => Promise<string>;
}

/** Speaks HTTP with the Qualys backend, through the portal's own fetch. */
export function createTransport(fetchApi: FetchApi): Transport {
  const send = async (given: Request): Promise<Response> => {
    try {
      return await fetchApi.fetch(urlOf(given), {
        method: given.method ?? 'GET',
        signal: given.signal,
        headers: {
          ...(hasBody(given) && { 'Content-Type': 'application/json' }),
          ...(given.ifMatch !== undefined && {
            'If-Match': `"${given.ifMatch}"`,
          }),
        },
        ...(hasBody(given) && { body: JSON.stringify(given.body ?? {}) }),
      });
    } catch (error) {
      if (given.signal?.aborted) throw error;
      throw new QualysApiError(
        'The portal cannot be reached. Check the network connection and try again.',
        { code: 'unavailable', cause: error },
      );
    }
  };

  const readBody = (given: Request, response: Response): Promise<unknown> =>
    response.json().catch(error => {
      // An aborted or broken body is not an empty one.
      if (given.signal?.aborted) throw error;
      return undefined;
    });

  const refusal = async (
    given: Request,
    response: Response,
  ): Promise<QualysApiError> => {
    const body = await readBody(given, response);
    const { errorBodySchema } = await import('./schemas');
    const told = errorBodySchema.safeParse(body);
    if (told.success) {
      const { message, code, retryAfter, fields, current, steps } =
        told.data.error;
      return new QualysApiError(message, {
        code,
        status: response.status,
        retryAfter,
        fields,
        current,
        steps,
      });
    }
    return new QualysApiError(
      messageOf(body) ?? `The portal answered ${response.status}.`,
      { code: codeOfStatus(response.status), status: response.status },
    );
  };

  const call: Transport['call'] = async given => {
    const loadedSchemas = import('./schemas');
    const response = await send(given);
    if (!response.ok) throw await refusal(given, response);
    const body = await readBody(given, response);
    const answer = (await loadedSchemas)[given.answer].safeParse(body);
    if (!answer.success) {
      throw new QualysApiError(
        'The portal gave an answer that this page cannot read. The frontend and the backend of the Qualys plugin may be of different versions.',
        {
          code: 'unexpectedAnswer',
          status: response.status,
          cause: answer.error,
        },
      );
    }
    return answer.data as Answer<typeof given.answer>;
  };

  const text: Transport['text'] = async given => {
    const response = await send(given);
    if (!response.ok) throw await refusal(given, response);
    return response.text();
  };

  return { call, text };
}

/** What is deleted has a body only where one is given; what is sent otherwise always has one. */
function hasBody({ method = 'GET', body }: Pick<Request, 'method' | 'body'>) {
  if (method === 'DELETE') return body !== undefined;
  return method !== 'GET';
}

/** An entity in the path of a request. */
export function entityPath(entity: CompoundEntityRef): string[] {
  return ['entities', entity.kind, entity.namespace, entity.name];
}

/** An object that is bound to an entity, in the path of a request. */
export function objectPath(
  kind: 'connectors' | 's3' | 'web-apps' | 'security-hub',
  { entity, subscription, id }: BoundObject,
): string[] {
  return [...entityPath(entity), kind, subscription, id];
}

/** The options of a read as parts of a request. */
export function freshly({ fresh, ...options }: QualysReadOptions = {}) {
  return { ...(fresh && { query: { fresh: 'true' } }), ...options };
}

function urlOf(call: Pick<Request, 'path' | 'query'>): string {
  const path = call.path.map(encodeURIComponent).join('/');
  const query = new URLSearchParams(
    Object.entries(call.query ?? {}).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, String(value)]],
    ),
  ).toString();
  return `plugin://qualys/v1/${path}${query && `?${query}`}`;
}

/** The message of an error in the portal's own form, which has no code. */
function messageOf(body: unknown): string | undefined {
  const error = (body as { error?: { message?: unknown } } | undefined | null)
    ?.error;
  return typeof error?.message === 'string' ? error.message : undefined;
}
