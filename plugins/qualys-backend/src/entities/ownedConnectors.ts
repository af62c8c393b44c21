import { InputError, NotFoundError } from '@backstage/errors';
import {
  stringifyEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CLOUD_CONNECTOR_RESOURCE_TYPE,
  qualysEntityReadPermission,
  type OwnedConnectors,
  type OwnedConnectorsQuery,
} from 'backstage-plugin-qualys-common';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../database';
import type { CallerCredentials } from '../http';
import type { Authorizer } from '../permissions';
import type { ReadOwnConnector } from './ownConnector';

/**
 * Reads a page of the connectors that an entity owns, with the rights of the
 * caller: of each connector its own entity decides.
 *
 * @throws NotFoundError when there is no such entity, or the caller may not see it
 * @throws InputError when entities of its kind own nothing, or the cursor is not one of the same list
 */
export type ReadOwnedConnectors = (
  owner: CompoundEntityRef,
  query: OwnedConnectorsQuery,
  credentials: CallerCredentials,
) => Promise<OwnedConnectors>;

// By which relation a connector's entity belongs to one of another kind.
const RELATIONS: Record<string, string> = {
  group: 'relations.ownedBy',
  user: 'relations.ownedBy',
  system: 'relations.partOf',
};

const position = z.tuple([z.int().min(0)]);

/** Reads the connectors that entities own by the catalog's relations. */
export function createOwnedConnectorsReader(options: {
  authorizer: Authorizer;
  catalog: Pick<CatalogService, 'getEntityByRef' | 'queryEntities'>;
  readOwnConnector: ReadOwnConnector;
}): ReadOwnedConnectors {
  const { authorizer, catalog, readOwnConnector } = options;

  return async (owner, { limit, cursor }, credentials) => {
    const ownerRef = stringifyEntityRef(owner);
    const relation = RELATIONS[owner.kind.toLocaleLowerCase('en-US')];
    if (!relation) {
      throw new InputError(
        `kind: "${owner.kind}" owns no connectors; groups and users do, and systems have them`,
      );
    }
    if (!(await catalog.getEntityByRef(owner, { credentials }))) {
      throw new NotFoundError('There is no such entity, or you may not see it');
    }

    const purpose = ['owned connectors', ownerRef];
    const [offset] =
      cursor === undefined ? [0] : decodeCursor(cursor, purpose, position);
    const { items: entities, totalItems } = await catalog.queryEntities(
      {
        filter: {
          kind: 'Resource',
          'spec.type': CLOUD_CONNECTOR_RESOURCE_TYPE,
          [relation]: ownerRef,
        },
        fields: ['kind', 'metadata'],
        orderFields: [{ field: 'metadata.title', order: 'asc' }],
        offset,
        limit,
      },
      { credentials },
    );
    const allowed = await authorizer.allowedOn(
      qualysEntityReadPermission,
      entities.map(entity => stringifyEntityRef(entity)),
      credentials,
    );
    const connectors = await Promise.all(
      entities.map(async entity =>
        allowed.has(stringifyEntityRef(entity))
          ? readOwnConnector(entity)
          : undefined,
      ),
    );
    const items = connectors.filter(connector => connector !== undefined);
    const next = offset + entities.length;
    return {
      items,
      totalItems,
      withheld: entities.length - items.length,
      ...(next < totalItems &&
        entities.length > 0 && { nextCursor: encodeCursor(purpose, [next]) }),
    };
  };
}
