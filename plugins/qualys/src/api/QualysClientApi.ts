import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type {
  BindingAction,
  BindingDecision,
  BindingListQuery,
  CallHistoryQuery,
  ConnectorHistoryQuery,
  ConnectorListQuery,
  HeldBackListQuery,
  OwnedConnectorsQuery,
  RemovalAction,
  RemovalDecision,
} from 'backstage-plugin-qualys-common';
import type { QualysApi, QualysRequestOptions } from './QualysApi';
import { codeOfStatus, QualysApiError } from './QualysApiError';
import type * as schemas from './schemas';

type Schemas = typeof schemas;
type SchemaName = keyof Schemas;
type Answer<S extends SchemaName> = ReturnType<Schemas[S]['parse']>;

interface Call<S extends SchemaName> extends QualysRequestOptions {
  path: string[];
  query?: Record<string, string | number | undefined>;
  method?: 'GET' | 'POST';
  body?: unknown;
  /** The schema that the answer must pass. */
  answer: S;
}

/**
 * The Qualys API over HTTP, through the portal's own fetch, which finds the
 * backend and adds who is signed in.
 *
 * @public
 */
export class QualysClientApi implements QualysApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  getStatus(options?: QualysRequestOptions) {
    return this.#call({ path: ['status'], answer: 'statusSchema', ...options });
  }

  startSync(subscription: string, options?: QualysRequestOptions) {
    return this.#call({
      method: 'POST',
      path: ['subscriptions', subscription, 'sync'],
      answer: 'syncStartedSchema',
      ...options,
    });
  }

  listHeldBack(
    subscription: string,
    query: Partial<HeldBackListQuery>,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: ['subscriptions', subscription, 'removals'],
      query,
      answer: 'heldBackListSchema',
      ...options,
    });
  }

  decideRemoval(
    subscription: string,
    action: RemovalAction,
    decision: RemovalDecision,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'POST',
      path: ['subscriptions', subscription, 'removals', action],
      body: decision,
      answer: 'removalDecidedSchema',
      ...options,
    });
  }

  listConnectors(
    query: Partial<ConnectorListQuery>,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: ['connectors'],
      query,
      answer: 'connectorListSchema',
      ...options,
    });
  }

  getOwnership(options?: QualysRequestOptions) {
    return this.#call({
      path: ['ownership'],
      answer: 'ownershipSchema',
      ...options,
    });
  }

  getCallHistory(
    query: Partial<CallHistoryQuery>,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: ['calls'],
      query,
      answer: 'callHistorySchema',
      ...options,
    });
  }

  listBindings(
    query: Partial<BindingListQuery>,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: ['bindings'],
      query,
      answer: 'bindingListSchema',
      ...options,
    });
  }

  decideBinding(
    id: string,
    action: BindingAction,
    decision: BindingDecision,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      method: 'POST',
      path: ['bindings', id, action],
      body: decision,
      answer: 'bindingSchema',
      ...options,
    });
  }

  getEntitySummary(entity: CompoundEntityRef, options?: QualysRequestOptions) {
    return this.#call({
      path: entityPath(entity),
      answer: 'entitySummarySchema',
      ...options,
    });
  }

  getEntityConnectorErrors(
    entity: CompoundEntityRef,
    connector: { subscription: string; id: string },
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: [...connectorPath(entity, connector), 'errors'],
      answer: 'connectorErrorListSchema',
      ...options,
    });
  }

  getEntityConnectorHistory(
    entity: CompoundEntityRef,
    connector: { subscription: string; id: string },
    query: Partial<ConnectorHistoryQuery>,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: [...connectorPath(entity, connector), 'history'],
      query,
      answer: 'connectorHistorySchema',
      ...options,
    });
  }

  getBoundEntities(
    entity: CompoundEntityRef,
    connector: { subscription: string; id: string },
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: [...connectorPath(entity, connector), 'bound-entities'],
      answer: 'boundEntitiesSchema',
      ...options,
    });
  }

  getOwnedConnectors(
    entity: CompoundEntityRef,
    query: Partial<OwnedConnectorsQuery>,
    options?: QualysRequestOptions,
  ) {
    return this.#call({
      path: [...entityPath(entity), 'owned-connectors'],
      query,
      answer: 'ownedConnectorsSchema',
      ...options,
    });
  }

  async #call<S extends SchemaName>(call: Call<S>): Promise<Answer<S>> {
    const loadedSchemas = import('./schemas');
    const response = await this.#send(call);
    const body: unknown = await response.json().catch(error => {
      // An aborted or broken body is not an empty one.
      if (call.signal?.aborted) throw error;
      return undefined;
    });
    const all = await loadedSchemas;

    if (!response.ok) {
      const told = all.errorBodySchema.safeParse(body);
      if (told.success) {
        const { message, code, retryAfter, fields } = told.data.error;
        throw new QualysApiError(message, {
          code,
          status: response.status,
          retryAfter,
          fields,
        });
      }
      throw new QualysApiError(
        messageOf(body) ?? `The portal answered ${response.status}.`,
        { code: codeOfStatus(response.status), status: response.status },
      );
    }

    const answer = all[call.answer].safeParse(body);
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
    return answer.data as Answer<S>;
  }

  async #send(call: Call<SchemaName>): Promise<Response> {
    try {
      return await this.#fetchApi.fetch(urlOf(call), {
        method: call.method ?? 'GET',
        signal: call.signal,
        ...(call.method === 'POST' && {
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(call.body ?? {}),
        }),
      });
    } catch (error) {
      if (call.signal?.aborted) throw error;
      throw new QualysApiError(
        'The portal cannot be reached. Check the network connection and try again.',
        { code: 'unavailable', cause: error },
      );
    }
  }
}

function entityPath(entity: CompoundEntityRef): string[] {
  return ['entities', entity.kind, entity.namespace, entity.name];
}

function connectorPath(
  entity: CompoundEntityRef,
  connector: { subscription: string; id: string },
): string[] {
  const { subscription, id } = connector;
  return [...entityPath(entity), 'connectors', subscription, id];
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
