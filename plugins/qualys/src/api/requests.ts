import type { CompoundEntityRef } from '@backstage/catalog-model';

/**
 * Options of every request.
 *
 * @public
 */
export interface QualysRequestOptions {
  /** Ends the request; it then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Options of reading what Qualys is asked for.
 *
 * @public
 */
export interface QualysReadOptions extends QualysRequestOptions {
  /** Whether it is for a form: a few seconds old at most. It takes a permission to change something. */
  fresh?: boolean;
}

/**
 * An object in Qualys that is bound to an entity, as the entity's page names it.
 *
 * @public
 */
export interface BoundObject {
  entity: CompoundEntityRef;
  subscription: string;
  id: string;
}
