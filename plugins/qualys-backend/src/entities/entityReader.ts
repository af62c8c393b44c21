import {
  stringifyEntityRef,
  type CompoundEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { qualysEntityReadPermission } from 'backstage-plugin-qualys-common';
import type { CallerCredentials } from '../http';
import type { Authorizer } from '../permissions';

/**
 * Reads an entity for a caller who may see it and what Qualys knows of it.
 *
 * @throws NotFoundError when there is none, or the caller may not see it
 * @throws NotAllowedError when the caller may see it, but not what Qualys knows
 */
export type ReadEntity = (
  ref: CompoundEntityRef,
  credentials: CallerCredentials,
) => Promise<Entity>;

/** Reads entities with the rights of the caller. */
export function createEntityReader(options: {
  authorizer: Authorizer;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
}): ReadEntity {
  const { authorizer, catalog } = options;
  return async (ref, credentials) => {
    const entity = await catalog.getEntityByRef(ref, { credentials });
    if (!entity) {
      // The same words for both, so that nobody learns which entities there are.
      throw new NotFoundError('There is no such entity, or you may not see it');
    }
    await authorizer.requireOn(
      qualysEntityReadPermission,
      stringifyEntityRef(ref),
      credentials,
    );
    return entity;
  };
}
