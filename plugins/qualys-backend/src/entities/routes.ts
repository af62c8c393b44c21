import {
  boundEntitiesSchema,
  connectorErrorListSchema,
  connectorHistoryQuerySchema,
  connectorHistorySchema,
  entitySummarySchema,
  mirroredConnectorSchema,
  ownedConnectorsQuerySchema,
  ownedConnectorsSchema,
} from 'backstage-plugin-qualys-common';
import type { ConnectorErrors } from '../connectors';
import { defineRoute, type Route } from '../http';
import type { MirrorStore } from '../mirror';
import type { ReadBoundEntities } from './boundEntities';
import type { EntityConnectors } from './entityConnectors';
import type { ReadEntity } from './entityReader';
import type { ReadOwnedConnectors } from './ownedConnectors';
import { entityObjectParamsSchema, entityParamsSchema } from './params';

/** The routes of what is bound to an entity, for those who may see it. */
export function entityRoutes(deps: {
  connectors: EntityConnectors;
  errors: ConnectorErrors;
  mirror: Pick<MirrorStore, 'history'>;
  readBoundEntities: ReadBoundEntities;
  readEntity: ReadEntity;
  readOwnedConnectors: ReadOwnedConnectors;
}): Route[] {
  const {
    connectors,
    errors,
    mirror,
    readBoundEntities,
    readEntity,
    readOwnedConnectors,
  } = deps;
  return [
    defineRoute({
      method: 'get',
      path: '/entities/:kind/:namespace/:name',
      summary: 'All that is bound to an entity, and where its claims stand',
      request: { params: entityParamsSchema },
      response: entitySummarySchema,
      allow: ['user', 'service'],
      handler: async ({ params, credentials }) =>
        connectors.summary(await readEntity(params, credentials)),
    }),
    defineRoute({
      method: 'get',
      path: '/entities/:kind/:namespace/:name/connectors/:subscription/:id',
      summary: 'One connector that is bound to an entity',
      request: { params: entityObjectParamsSchema },
      response: mirroredConnectorSchema,
      allow: ['user', 'service'],
      handler: async ({ params, credentials }) =>
        connectors.connector(await readEntity(params, credentials), params),
    }),
    defineRoute({
      method: 'get',
      path: '/entities/:kind/:namespace/:name/connectors/:subscription/:id/errors',
      summary: 'The errors of one connector that is bound to an entity',
      request: { params: entityObjectParamsSchema },
      response: connectorErrorListSchema,
      allow: ['user', 'service'],
      handler: async ({ params, credentials }) =>
        errors.read(
          await connectors.connector(
            await readEntity(params, credentials),
            params,
          ),
        ),
    }),
    defineRoute({
      method: 'get',
      path: '/entities/:kind/:namespace/:name/connectors/:subscription/:id/history',
      summary:
        'What happened to one connector that is bound to an entity, newest first',
      request: {
        params: entityObjectParamsSchema,
        query: connectorHistoryQuerySchema,
      },
      response: connectorHistorySchema,
      allow: ['user', 'service'],
      async handler({ params, query, credentials }) {
        const entity = await readEntity(params, credentials);
        const { subscription, id } = await connectors.connector(entity, params);
        return mirror.history({ subscription, id }, query);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/entities/:kind/:namespace/:name/connectors/:subscription/:id/bound-entities',
      summary:
        'The entities that one connector of an entity is bound to, of those that the caller may see',
      request: { params: entityObjectParamsSchema },
      response: boundEntitiesSchema,
      allow: ['user', 'service'],
      handler: async ({ params, credentials }) =>
        readBoundEntities(
          await connectors.connector(
            await readEntity(params, credentials),
            params,
          ),
          credentials,
        ),
    }),
    defineRoute({
      method: 'get',
      path: '/entities/:kind/:namespace/:name/owned-connectors',
      summary:
        'The connectors that a group or a user owns, or that belong to a system',
      request: {
        params: entityParamsSchema,
        query: ownedConnectorsQuerySchema,
      },
      response: ownedConnectorsSchema,
      allow: ['user', 'service'],
      handler: ({ params, query, credentials }) =>
        readOwnedConnectors(params, query, credentials),
    }),
  ];
}
