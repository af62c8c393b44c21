import { useMemo } from 'react';
import {
  requestListQuerySchema,
  type RequestListQuery,
} from 'backstage-plugin-qualys-common';
import { z } from 'zod';
import {
  useAddressFilters,
  type AddressFilters,
  type SetAddressFilters,
} from '../../hooks/useAddressFilters';

/** The ways to look at requests: one's own, those to decide about, and all. */
export const REQUEST_VIEWS = ['mine', 'decide', 'all'] as const;

/** A way to look at requests. */
export type RequestView = (typeof REQUEST_VIEWS)[number];

const SCOPES = {
  mine: 'mine',
  decide: 'decidable',
  all: 'all',
} as const satisfies Record<RequestView, RequestListQuery['scope']>;

const FILTERS = ['state', 'provider', 'subscription', 'q'] as const;

const { state, provider, subscription, q, limit } =
  requestListQuerySchema.shape;

// Cursors stay out of the address: they live only as long as their list.
const IN_ADDRESS = {
  view: z.enum(REQUEST_VIEWS),
  state,
  provider,
  subscription,
  q,
  limit,
};

/** What the address of the page says of the list. */
export type RequestFilters = AddressFilters<typeof IN_ADDRESS>;

/** A change of it; undefined takes a filter away. */
export type SetRequestFilters = SetAddressFilters<typeof IN_ADDRESS>;

/** The view, the filters and the page size, as they stand in the address of the page. */
export function useRequestFilters() {
  const { filters, setFilters, clear } = useAddressFilters(IN_ADDRESS, FILTERS);
  const { view = 'mine', ...narrowing } = filters;
  const query = useMemo<Partial<RequestListQuery>>(() => {
    const { view: chosen = 'mine', ...others } = filters;
    return {
      ...others,
      scope: SCOPES[chosen],
      // In the order in which they are decided, and whatever state the address names.
      ...(chosen === 'decide' && { state: undefined, order: 'oldest' }),
    };
  }, [filters]);
  return {
    view,
    filters: narrowing,
    /** What is asked for. */
    query,
    setFilters,
    clear,
    filtered: FILTERS.some(
      // What waits for a decision is in one state, whatever the address says.
      name =>
        narrowing[name] !== undefined &&
        !(view === 'decide' && name === 'state'),
    ),
  };
}
