import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { QualysRequestOptions } from './QualysApi';
import { codeOfStatus, QualysApiError } from './QualysApiError';
import type * as schemas from './schemas';

type Schemas = typeof schemas;
type SchemaName = keyof Schemas;
type Answer<S extends SchemaName> = ReturnType<Schemas[S]['parse']>;

/** A request to the Qualys backend. */
export interface Call<S extends SchemaName> extends QualysRequestOptions {
  path: string[];
  query?: Record<string, string | number | undefined>;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** The version of the state that a change is made from. */
  ifMatch?: string;
  /** The schema that the answer must pass. */
  answer: S;
}

/** Sends a request and reads the answer. */
export type Transport = <S extends SchemaName>(
  call: Call<S>,
) => Promise<Answer<S>>;

/** Speaks HTTP with the Qualys backend, through the portal's own fetch. */
export function createTransport(fetchApi: FetchApi): Transport {
  const send = async (given: Call<SchemaName>): Promise<Response> => {
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

  const call: Transport = async given => {
    const loadedSchemas = import('./schemas');
    const response = await send(given);
    const body: unknown = await response.json().catch(error => {
      // An aborted or broken body is not an empty one.
      if (given.signal?.aborted) throw error;
      return undefined;
    });
    const all = await loadedSchemas;

    if (!response.ok) {
      const told = all.errorBodySchema.safeParse(body);
      if (told.success) {
        const { message, code, retryAfter, fields, current } = told.data.error;
        throw new QualysApiError(message, {
          code,
          status: response.status,
          retryAfter,
          fields,
          current,
        });
      }
      throw new QualysApiError(
        messageOf(body) ?? `The portal answered ${response.status}.`,
        { code: codeOfStatus(response.status), status: response.status },
      );
    }

    const answer = all[given.answer].safeParse(body);
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

  return call;
}

function hasBody({ method = 'GET' }: Pick<Call<SchemaName>, 'method'>) {
  return method !== 'GET' && method !== 'DELETE';
}

/** An entity in the path of a request. */
export function entityPath(entity: CompoundEntityRef): string[] {
  return ['entities', entity.kind, entity.namespace, entity.name];
}

function urlOf(call: Pick<Call<SchemaName>, 'path' | 'query'>): string {
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
