import { NotFoundError } from '@backstage/errors';
import {
  connectorErrorListSchema,
  connectorHistoryQuerySchema,
  connectorHistorySchema,
  connectorListQuerySchema,
  connectorListSchema,
  mirroredConnectorSchema,
  qualysConnectorReadPermission,
} from 'backstage-plugin-qualys-common';
import { connectorParamsSchema, defineRoute, type Route } from '../http';
import type { ConnectorKey, MirrorStore } from '../mirror';
import type { Authorizer } from '../permissions';
import type { ConnectorErrors } from './errors';

/** The routes of all connectors, for those who may see every one. */
export function connectorRoutes(deps: {
  authorizer: Authorizer;
  errors: ConnectorErrors;
  mirror: MirrorStore;
}): Route[] {
  const { authorizer, errors, mirror } = deps;

  const find = async (key: ConnectorKey) => {
    const connector = await mirror.get(key);
    if (!connector) {
      throw new NotFoundError(
        `The mirror holds no connector ${key.subscription}/${key.id}`,
      );
    }
    return connector;
  };

  return [
    defineRoute({
      method: 'get',
      path: '/connectors',
      summary: 'A page of all connectors, from the mirror',
      request: { query: connectorListQuerySchema },
      response: connectorListSchema,
      allow: ['user', 'service'],
      async handler({ query, credentials }) {
        await authorizer.require(qualysConnectorReadPermission, credentials);
        return mirror.list(query);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/connectors/:subscription/:id',
      summary: 'One connector, from the mirror',
      request: { params: connectorParamsSchema },
      response: mirroredConnectorSchema,
      allow: ['user', 'service'],
      async handler({ params, credentials }) {
        await authorizer.require(qualysConnectorReadPermission, credentials);
        return find(params);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/connectors/:subscription/:id/errors',
      summary: 'The errors of one connector, from Qualys',
      request: { params: connectorParamsSchema },
      response: connectorErrorListSchema,
      allow: ['user', 'service'],
      async handler({ params, credentials }) {
        await authorizer.require(qualysConnectorReadPermission, credentials);
        return errors.read(await find(params));
      },
    }),
    defineRoute({
      method: 'get',
      path: '/connectors/:subscription/:id/history',
      summary: 'What happened to one connector, newest first',
      request: {
        params: connectorParamsSchema,
        query: connectorHistoryQuerySchema,
      },
      response: connectorHistorySchema,
      allow: ['user', 'service'],
      async handler({ params, query, credentials }) {
        await authorizer.require(qualysConnectorReadPermission, credentials);
        await find(params);
        return mirror.history(params, query);
      },
    }),
  ];
}
