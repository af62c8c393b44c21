import {
  isConnectorId,
  type AwsBaseAccounts,
  type AwsConnector,
  type AzureConnector,
  type CloudConnector,
  type ConnectorError,
  type GcpConnector,
} from 'qualys-model';
import type { z } from 'zod';
import { QualysError } from '../errors';
import {
  failureInside,
  jsonFormat,
  type CallOptions,
  type RequestCore,
} from '../http';
import type { Paged } from '../paging';
import { advice, fixedPathAdvice } from './advice';
import { listOf, type ConnectorListOptions, type PageOptions } from './list';
import type { ItemReader } from './page';
import { cloudViewProblemIn } from './problem';
import {
  awsBaseAccountsOf,
  awsConnectorOf,
  azureConnectorOf,
  connectorErrorOf,
  gcpConnectorOf,
} from './transform';
import {
  awsBaseAccountWire,
  awsConnectorWire,
  azureConnectorWire,
  connectorErrorWire,
  gcpConnectorWire,
  parsedBy,
} from './wire';

/**
 * The connectors of one cloud.
 *
 * Source: CloudView API v1, `/rest/v1/{aws,azure,gcp}/connectors`.
 *
 * @public
 */
export interface CloudConnectors<T extends CloudConnector> {
  /**
   * All connectors of the cloud, the one that was read last first. Qualys sorts
   * anew for every page: what is read while connectors sync may come twice or,
   * when it moves to a page that was read before, not at all. Compare the ids
   * with `totalItems` of the pages where it matters.
   *
   * @param options - page size, order, filter, and a signal to give it up
   */
  list(options?: ConnectorListOptions): Paged<T>;

  /**
   * One connector.
   *
   * @param id - its id, a UUID
   * @param options - who waits for it, and a signal to give it up
   * @throws QualysError `notFound` where there is none, or it is out of the user's scope
   */
  get(id: string, options?: CallOptions): Promise<T>;

  /**
   * What went wrong while Qualys read the account of a connector.
   *
   * @param id - the id of the connector, a UUID
   * @param options - page size, and a signal to give it up
   */
  errors(id: string, options?: PageOptions): Paged<ConnectorError>;
}

/**
 * The connectors of AWS.
 *
 * @public
 */
export interface AwsCloudConnectors extends CloudConnectors<AwsConnector> {
  /**
   * The AWS accounts that Qualys assumes the roles of connectors from.
   *
   * Source: CloudView API v1, `GET /rest/v1/aws/connectors/awsBaseAccountId`.
   *
   * @param options - who waits for it, and a signal to give it up
   */
  baseAccount(options?: CallOptions): Promise<AwsBaseAccounts>;
}

/**
 * Cloud connectors as CloudView v1 knows them. Qualys calls this interface
 * old; it is the one that its documents describe in full.
 *
 * @public
 */
export interface CloudConnectorResources {
  /** Connectors to AWS accounts. */
  aws: AwsCloudConnectors;
  /** Connectors to Azure subscriptions. */
  azure: CloudConnectors<AzureConnector>;
  /** Connectors to GCP projects. */
  gcp: CloudConnectors<GcpConnector>;
}

const BASE = '/cloudview-api/rest/v1';

const errorReader: ItemReader<typeof connectorErrorWire, ConnectorError> = {
  schema: connectorErrorWire,
  marker: 'connectorId',
  transform: connectorErrorOf,
  identity: error => error,
};

function connectorReader<S extends z.ZodType, T extends CloudConnector>(
  schema: S,
  transform: (wire: z.output<S>) => T,
): ItemReader<S, T> {
  return {
    schema,
    marker: 'connectorId',
    transform,
    identity: ({ id }) => id,
  };
}

function checkedId(id: string): { connectorId: string } {
  if (typeof id !== 'string' || !isConnectorId(id)) {
    throw new QualysError(
      'invalid',
      'The id of a connector must be a UUID, like 7f25a529-4629-31e6-9bef-7a5828c360a8. Nothing was sent.',
    );
  }
  return { connectorId: id };
}

function connectorsOf<S extends z.ZodType, T extends CloudConnector>(
  core: RequestCore,
  cloud: 'aws' | 'azure' | 'gcp',
  reader: ItemReader<S, T>,
): CloudConnectors<T> {
  const collection = `${BASE}/${cloud}/connectors`;
  return {
    list: ({ sort = 'lastSyncedOn:desc', filter, ...options } = {}) =>
      listOf(
        core,
        {
          path: collection,
          query: { sort, filter },
          advice: fixedPathAdvice,
          reader,
        },
        options,
      ),

    get: async (id, options = {}) =>
      core.read({
        family: 'cloudView',
        method: 'GET',
        path: `${collection}/{connectorId}`,
        params: checkedId(id),
        options,
        format: jsonFormat,
        advice,
        problemIn: cloudViewProblemIn,
        read: json => readOne(json, reader),
      }),

    errors: (id, options = {}) =>
      listOf(
        core,
        {
          path: `${collection}/{connectorId}/errors`,
          params: () => checkedId(id),
          advice,
          reader: errorReader,
        },
        options,
      ),
  };
}

function readOne<S extends z.ZodType, T>(
  json: unknown,
  reader: ItemReader<S, T>,
): T {
  throwProblemIn(json, reader.marker);
  return reader.transform(parsedBy(reader.schema, json));
}

function throwProblemIn(json: unknown, marker: string): void {
  const expected = typeof json === 'object' && json !== null && marker in json;
  const problem = expected ? undefined : cloudViewProblemIn(json);
  if (problem) throw failureInside(problem, advice);
}

/** The connectors of all clouds, on a request core. */
export function cloudConnectorResources(
  core: RequestCore,
): CloudConnectorResources {
  return {
    aws: {
      ...connectorsOf(
        core,
        'aws',
        connectorReader(awsConnectorWire, awsConnectorOf),
      ),
      baseAccount: async (options = {}) =>
        core.read({
          family: 'cloudView',
          method: 'GET',
          path: `${BASE}/aws/connectors/awsBaseAccountId`,
          options,
          format: jsonFormat,
          advice: fixedPathAdvice,
          problemIn: cloudViewProblemIn,
          read(json) {
            throwProblemIn(json, 'globalAccountId');
            return awsBaseAccountsOf(parsedBy(awsBaseAccountWire, json));
          },
        }),
    },
    azure: connectorsOf(
      core,
      'azure',
      connectorReader(azureConnectorWire, azureConnectorOf),
    ),
    gcp: connectorsOf(
      core,
      'gcp',
      connectorReader(gcpConnectorWire, gcpConnectorOf),
    ),
  };
}
