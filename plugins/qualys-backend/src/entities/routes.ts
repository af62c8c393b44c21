import {
  connectorErrorListSchema,
  entitySummarySchema,
  mirroredConnectorSchema,
} from 'backstage-plugin-qualys-common';
import type { ConnectorErrors } from '../connectors';
import { defineRoute, type Route } from '../http';
import type { EntityConnectors } from './entityConnectors';
import type { ReadEntity } from './entityReader';
import { entityConnectorParamsSchema, entityParamsSchema } from './params';

/** The routes of what is bound to an entity, for those who may see it. */
export function entityRoutes(deps: {
  connectors: EntityConnectors;
  errors: ConnectorErrors;
  readEntity: ReadEntity;
}): Route[] {
  const { connectors, errors, readEntity } = deps;
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
      request: { params: entityConnectorParamsSchema },
      response: mirroredConnectorSchema,
      allow: ['user', 'service'],
      handler: async ({ params, credentials }) =>
        connectors.connector(await readEntity(params, credentials), params),
    }),
    defineRoute({
      method: 'get',
      path: '/entities/:kind/:namespace/:name/connectors/:subscription/:id/errors',
      summary: 'The errors of one connector that is bound to an entity',
      request: { params: entityConnectorParamsSchema },
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
  ];
}
