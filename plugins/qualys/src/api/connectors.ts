import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  BoundEntities,
  ConnectorErrorList,
  ConnectorHistory,
  ConnectorHistoryQuery,
  ConnectorList,
  ConnectorListQuery,
  OwnedConnectors,
  OwnedConnectorsQuery,
  Ownership,
} from 'backstage-plugin-qualys-common';
import type { QualysRequestOptions } from './requests';
import { entityPath, objectPath, type Transport } from './transport';

/**
 * Connectors, and who owns them.
 *
 * @public
 */
export interface QualysConnectorsApi {
  /** A page of all connectors; what the query leaves out has its default. */
  listConnectors(
    query: Partial<ConnectorListQuery>,
    options?: QualysRequestOptions,
  ): Promise<ConnectorList>;

  /** Which rule owns which connectors, and what nobody owns. */
  getOwnership(options?: QualysRequestOptions): Promise<Ownership>;

  /** The errors of a connector that is bound to an entity. */
  getEntityConnectorErrors(
    entity: CompoundEntityRef,
    connector: { subscription: string; id: string },
    options?: QualysRequestOptions,
  ): Promise<ConnectorErrorList>;

  /** A page of what happened to a connector that is bound to an entity, newest first. */
  getEntityConnectorHistory(
    entity: CompoundEntityRef,
    connector: { subscription: string; id: string },
    query: Partial<ConnectorHistoryQuery>,
    options?: QualysRequestOptions,
  ): Promise<ConnectorHistory>;

  /**
   * The entities that a connector of an entity is bound to, of those that the
   * user may see in the catalog.
   */
  getBoundEntities(
    entity: CompoundEntityRef,
    connector: { subscription: string; id: string },
    options?: QualysRequestOptions,
  ): Promise<BoundEntities>;

  /** A page of the connectors that a group or a user owns, or that belong to a system. */
  getOwnedConnectors(
    entity: CompoundEntityRef,
    query: Partial<OwnedConnectorsQuery>,
    options?: QualysRequestOptions,
  ): Promise<OwnedConnectors>;
}

/** The same over HTTP. */
export function connectorsCalls({ call }: Transport): QualysConnectorsApi {
  return {
    listConnectors: (query, options) =>
      call({
        path: ['connectors'],
        query,
        answer: 'connectorListSchema',
        ...options,
      }),

    getOwnership: options =>
      call({
        path: ['ownership'],
        answer: 'ownershipSchema',
        ...options,
      }),

    getEntityConnectorErrors: (entity, connector, options) =>
      call({
        path: [...objectPath('connectors', { ...connector, entity }), 'errors'],
        answer: 'connectorErrorListSchema',
        ...options,
      }),

    getEntityConnectorHistory: (entity, connector, query, options) =>
      call({
        path: [
          ...objectPath('connectors', { ...connector, entity }),
          'history',
        ],
        query,
        answer: 'connectorHistorySchema',
        ...options,
      }),

    getBoundEntities: (entity, connector, options) =>
      call({
        path: [
          ...objectPath('connectors', { ...connector, entity }),
          'bound-entities',
        ],
        answer: 'boundEntitiesSchema',
        ...options,
      }),

    getOwnedConnectors: (entity, query, options) =>
      call({
        path: [...entityPath(entity), 'owned-connectors'],
        query,
        answer: 'ownedConnectorsSchema',
        ...options,
      }),
  };
}
