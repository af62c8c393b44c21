import type {
  HeldBackList,
  HeldBackListQuery,
  RemovalAction,
  RemovalDecided,
  RemovalDecision,
} from 'backstage-plugin-qualys-common';
import type { QualysRequestOptions } from './requests';
import { type Transport } from './transport';

/**
 * Removals that are held back.
 *
 * @public
 */
export interface QualysRemovalsApi {
  /** The removals of a subscription that are held back, with a page of the connectors. */
  listHeldBack(
    subscription: string,
    query: Partial<HeldBackListQuery>,
    options?: QualysRequestOptions,
  ): Promise<HeldBackList>;

  /**
   * Lets the connectors of a held-back removal go, or keeps them. Rejects with
   * the code `conflict` when other connectors are missing by now.
   */
  decideRemoval(
    subscription: string,
    action: RemovalAction,
    decision: RemovalDecision,
    options?: QualysRequestOptions,
  ): Promise<RemovalDecided>;
}

/** The same over HTTP. */
export function removalsCalls({ call }: Transport): QualysRemovalsApi {
  return {
    listHeldBack: (subscription, query, options) =>
      call({
        path: ['subscriptions', subscription, 'removals'],
        query,
        answer: 'heldBackListSchema',
        ...options,
      }),

    decideRemoval: (subscription, action, decision, options) =>
      call({
        method: 'POST',
        path: ['subscriptions', subscription, 'removals', action],
        body: decision,
        answer: 'removalDecidedSchema',
        ...options,
      }),
  };
}
