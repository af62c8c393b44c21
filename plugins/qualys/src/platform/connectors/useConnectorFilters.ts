import { useCallback, useMemo } from 'react';
import {
  connectorListQuerySchema,
  type ConnectorListQuery,
} from 'backstage-plugin-qualys-common';
import { useSearchParams } from 'react-router-dom';

const FILTERS = [
  'subscription',
  'provider',
  'state',
  'owner',
  'rule',
  'q',
] as const;
const PARAMETERS = [...FILTERS, 'sort', 'limit'] as const;

/** What the address of the page says of the list; cursors stay out of it. */
export type ConnectorFilters = Partial<Omit<ConnectorListQuery, 'cursor'>>;

/** A change of filters; undefined takes a filter away. */
export type SetConnectorFilters = (
  change: ConnectorFilters,
  options?: { replace?: boolean },
) => void;

/** Filters, sort and page size, as they stand in the address of the page. */
export function useConnectorFilters() {
  const [parameters, setParameters] = useSearchParams();
  const address = parameters.toString();
  const filters = useMemo(() => parseFilters(address), [address]);

  const setFilters: SetConnectorFilters = useCallback(
    (change, options) =>
      setParameters(before => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) {
          if (value === undefined || value === '') after.delete(name);
          else after.set(name, String(value));
        }
        return after;
      }, options),
    [setParameters],
  );

  const clear = useCallback(
    () =>
      setFilters(Object.fromEntries(FILTERS.map(name => [name, undefined]))),
    [setFilters],
  );

  return {
    filters,
    setFilters,
    clear,
    filtered: FILTERS.some(name => filters[name] !== undefined),
  };
}

/** The filters of an address; what nobody can understand there is left out. */
function parseFilters(address: string): ConnectorFilters {
  const parameters = new URLSearchParams(address);
  return Object.fromEntries(
    PARAMETERS.flatMap(name => {
      const value = parameters.get(name);
      if (!value) return [];
      const parsed = connectorListQuerySchema.shape[name].safeParse(value);
      return parsed.success ? [[name, parsed.data]] : [];
    }),
  );
}
