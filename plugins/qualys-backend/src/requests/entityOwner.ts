import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { RequestDraftSettings } from 'backstage-plugin-qualys-common';
import { ownerOf } from '../bindings';
import type { CallerCredentials } from '../http';
import { refIn } from './refs';

/**
 * Who owns the entity that a connector is asked for, for whom it is bound to it
 * in the end: what was agreed to for one owner is nothing to the next.
 *
 * @returns undefined where it is asked for none, or for none that the caller can see
 */
export type ReadEntityOwner = (
  settings: Pick<RequestDraftSettings, 'entityRef'>,
  credentials: CallerCredentials,
) => Promise<string | undefined>;

/** Makes what reads it. */
export function createEntityOwnerReader(
  catalog: Pick<CatalogService, 'getEntityByRef'>,
): ReadEntityOwner {
  return async ({ entityRef = '' }, credentials) => {
    const ref = refIn(entityRef);
    const entity = ref && (await catalog.getEntityByRef(ref, { credentials }));
    return entity && ownerOf(entity);
  };
}
