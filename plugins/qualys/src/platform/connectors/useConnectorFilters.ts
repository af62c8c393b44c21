import {
  connectorListQuerySchema,
  type ConnectorListQuery,
} from 'backstage-plugin-qualys-common';
import { useAddressFilters } from '../../hooks/useAddressFilters';

const FILTERS = [
  'subscription',
  'provider',
  'state',
  'owner',
  'rule',
  'q',
] as const;

// Cursors stay out of the address: they live only as long as their list.
const { cursor: _, ...IN_ADDRESS } = connectorListQuerySchema.shape;

/** What the address of the page says of the list; cursors stay out of it. */
export type ConnectorFilters = Partial<Omit<ConnectorListQuery, 'cursor'>>;

/** A change of filters; undefined takes a filter away. */
export type SetConnectorFilters = (
  change: ConnectorFilters,
  options?: { replace?: boolean },
) => void;

/** Filters, sort and page size, as they stand in the address of the page. */
export function useConnectorFilters() {
  return useAddressFilters(IN_ADDRESS, FILTERS);
}
