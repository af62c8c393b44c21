import {
  connectorIdSchema,
  connectorIdsSchema,
  type CloudConnector,
  type ConnectorError,
} from 'qualys-model';
import type { z } from 'zod';
import { parsedBy } from '../answers';
import type { RequestCore } from '../core';
import {
  failureInside,
  jsonFormat,
  jsonOrNothing,
  type CallBody,
  type CallOptions,
} from '../http';
import { checkedBy } from '../input';
import { acknowledged } from './acknowledgement';
import { advice, fixedPathAdvice } from './advice';
import { listOf } from './list';
import type { ItemReader } from './page';
import { cloudViewProblemIn } from './problem';
import type { CloudConnectors } from './resources';
import { connectorErrorOf, connectorIdOf } from './transform';
import { connectorErrorWire } from './wire';

/** Where the API of CloudView begins. */
export const BASE = '/cloudview-api/rest/v1';

/** How the answers about the connectors of a cloud are read. */
export interface ConnectorReader<S extends z.ZodType, T> {
  schema: S;
  transform(wire: z.output<S>): T;
}

/** A connector that is to be written. */
export interface ConnectorWrite {
  /** Of the connector that is changed; undefined where one is created. */
  id?: string;
  body: CallBody;
  /** What of the body must not be shown to anyone. */
  secrets: readonly (string | undefined)[];
  options: CallOptions;
}

/** The connectors of a cloud, and how one of them is written. */
export interface ConnectorCollection<T extends CloudConnector> {
  connectors: CloudConnectors<T>;
  /** Creates a connector, or updates the one with the id. */
  write(write: ConnectorWrite): Promise<T>;
}

const errorReader: ItemReader<typeof connectorErrorWire, ConnectorError> = {
  schema: connectorErrorWire,
  marker: 'connectorId',
  transform: connectorErrorOf,
  identity: error => error,
};

function checkedId(id: string): { connectorId: string } {
  return {
    connectorId: checkedBy(connectorIdSchema, id, 'A connector', ['id']),
  };
}

/**
 * Throws where an answer that says success holds a failure in place of what
 * was asked for.
 *
 * @param marker - a field that what was asked for always has, and a failure never
 */
export function throwProblemIn(json: unknown, marker: string): void {
  const found =
    typeof json === 'object' && json !== null
      ? (json as Record<string, unknown>)[marker]
      : undefined;
  const expected = found !== undefined && found !== null && found !== '';
  const problem = expected ? undefined : cloudViewProblemIn(json);
  if (problem) throw failureInside(problem, advice);
}

/** The connectors of a cloud, on a request core. */
export function connectorCollection<
  S extends z.ZodType,
  T extends CloudConnector,
>(
  core: RequestCore,
  cloud: 'aws' | 'azure' | 'gcp',
  { schema, transform }: ConnectorReader<S, T>,
): ConnectorCollection<T> {
  const collection = `${BASE}/${cloud}/connectors`;
  const one = `${collection}/{connectorId}`;
  const family = 'cloudView';
  const problemIn = cloudViewProblemIn;

  const read = (json: unknown): T => {
    throwProblemIn(json, 'connectorId');
    return transform(parsedBy(schema, json));
  };

  const act =
    (method: 'DELETE' | 'POST' | 'PATCH', path: string) =>
    async (
      ids: string | readonly string[],
      options: CallOptions = {},
    ): Promise<void> =>
      core.write({
        family,
        method,
        path,
        body: { json: checkedBy(connectorIdsSchema, ids, 'The connectors') },
        options,
        format: jsonOrNothing,
        advice,
        problemIn,
        read: acknowledged,
      });

  return {
    connectors: {
      list: ({ sort = 'lastSyncedOn:desc', filter, ...options } = {}) =>
        listOf(
          core,
          {
            path: collection,
            query: { sort, filter },
            advice: fixedPathAdvice,
            reader: {
              schema,
              marker: 'connectorId',
              transform,
              identity: ({ id }) => id,
              idOf: connectorIdOf,
            },
          },
          options,
        ),

      get: async (id, options = {}) =>
        core.read({
          family,
          method: 'GET',
          path: one,
          params: checkedId(id),
          options,
          format: jsonFormat,
          advice,
          problemIn,
          read,
        }),

      errors: (id, options = {}) =>
        listOf(
          core,
          {
            path: `${one}/errors`,
            params: () => checkedId(id),
            advice,
            reader: errorReader,
          },
          options,
        ),

      delete: act('DELETE', collection),
      run: act('POST', `${collection}/run`),
      // The second "connectors" is Qualys' own.
      enable: act('PATCH', `${collection}/connectors/enable`),
      disable: act('PATCH', `${collection}/connectors/disable`),
    },

    write: async ({ id, body, secrets, options }) =>
      core.write({
        family,
        ...(id === undefined
          ? { method: 'POST', path: collection, advice: fixedPathAdvice }
          : { method: 'PUT', path: one, params: checkedId(id), advice }),
        body,
        secrets: secrets.filter(secret => secret !== undefined),
        options,
        format: jsonFormat,
        problemIn,
        read,
      }),
  };
}
