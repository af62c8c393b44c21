import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  BoundEntities,
  MirroredConnector,
} from 'backstage-plugin-qualys-common';
import type { Bindings } from '../bindings';
import { chunks } from '../database';
import type { CallerCredentials } from '../http';

/**
 * Reads which entities a connector is bound to, of those that the caller may
 * see in the catalog. Of the others it tells nothing.
 */
export type ReadBoundEntities = (
  connector: Pick<MirroredConnector, 'subscription' | 'id' | 'entityRef'>,
  credentials: CallerCredentials,
) => Promise<BoundEntities>;

// As many as a single statement takes.
const BATCH = 500;

/** Reads what connectors are bound to; the claims of what is seen are written down on the way. */
export function createBoundEntitiesReader(options: {
  bindings: Pick<Bindings, 'notify' | 'recorder' | 'store'>;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
}): ReadBoundEntities {
  const { bindings, catalog } = options;

  return async ({ subscription, id, entityRef: ownRef }, credentials) => {
    const accepted = await bindings.store.acceptedOf([
      { type: 'connector', subscription, objectId: id },
    ]);
    const known = new Set(accepted.map(({ entityRef }) => entityRef));
    // That a connector belongs to its own entity goes without saying.
    known.delete(ownRef);

    const bound: string[] = [];
    for (const entityRefs of chunks([...known], BATCH)) {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind', 'metadata', 'relations'] },
        { credentials },
      );
      const visible = items.filter(entity => entity !== undefined);
      // What is written down is as old as the last look at the entity, which
      // may have dropped its claim or have another owner since.
      const { entities, opened } = await bindings.recorder.record(visible);
      // Nobody who looks at a connector waits for it; it never fails.
      void bindings.notify(opened);
      for (const { entityRef, claims } of entities) {
        const isBound = claims.some(
          claim =>
            claim.type === 'connector' &&
            claim.subscription === subscription &&
            claim.objectId === id &&
            claim.binding.state === 'accepted',
        );
        if (isBound) bound.push(entityRef);
      }
    }
    return { items: bound.map(entityRef => ({ entityRef })) };
  };
}
