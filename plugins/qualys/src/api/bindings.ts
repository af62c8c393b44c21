import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  Binding,
  BindingAction,
  BindingDecision,
  BindingList,
  BindingListQuery,
  EntitySummary,
} from 'backstage-plugin-qualys-common';
import type { QualysRequestOptions } from './requests';
import { entityPath, type Transport } from './transport';

/**
 * Claims, and what is bound to entities.
 *
 * @public
 */
export interface QualysBindingsApi {
  /** All that is bound to an entity. */
  getEntitySummary(
    entity: CompoundEntityRef,
    options?: QualysRequestOptions,
  ): Promise<EntitySummary>;

  /** A page of claims, oldest first. */
  listBindings(
    query: Partial<BindingListQuery>,
    options?: QualysRequestOptions,
  ): Promise<BindingList>;

  /** Accepts, rejects or withdraws a claim, and answers what it is then. */
  decideBinding(
    id: string,
    action: BindingAction,
    decision: BindingDecision,
    options?: QualysRequestOptions,
  ): Promise<Binding>;
}

/** The same over HTTP. */
export function bindingsCalls({ call }: Transport): QualysBindingsApi {
  return {
    getEntitySummary: (entity, options) =>
      call({
        path: entityPath(entity),
        answer: 'entitySummarySchema',
        ...options,
      }),

    listBindings: (query, options) =>
      call({
        path: ['bindings'],
        query,
        answer: 'bindingListSchema',
        ...options,
      }),

    decideBinding: (id, action, decision, options) =>
      call({
        method: 'POST',
        path: ['bindings', id, action],
        body: decision,
        answer: 'bindingSchema',
        ...options,
      }),
  };
}
