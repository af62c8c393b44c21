import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/**
 * Where an entity comes from: the entities that providers gave to the catalog
 * and that it was read from, which is itself when a provider gave it directly.
 * Nothing when that cannot be told.
 *
 * The annotations that name the location of an entity are no proof: whoever
 * writes a catalog file can write them into it.
 */
export type ReadRoots = (entityRef: string) => Promise<Entity[] | undefined>;

// The catalog sets it on what nothing leads to any more. Such an entity looks
// like one that a provider gave, and is what was once read from somewhere.
const ORPHAN_ANNOTATION = 'backstage.io/orphan';

/** Reads roots with the plugin's own rights, since users need not see locations. */
export function createRootReader(options: {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntityAncestors'>;
}): ReadRoots {
  const { auth, catalog } = options;
  return async entityRef => {
    const { items } = await catalog.getEntityAncestors(
      { entityRef },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    const roots = items
      .filter(({ parentEntityRefs }) => parentEntityRefs.length === 0)
      .map(({ entity }) => entity);
    const known =
      roots.length > 0 &&
      items.some(({ entity }) => stringifyEntityRef(entity) === entityRef) &&
      !roots.some(root => root.metadata.annotations?.[ORPHAN_ANNOTATION]);
    return known ? roots : undefined;
  };
}
