import { useCallback } from 'react';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  BindingListQuery,
  CallHistoryQuery,
  ConnectorListQuery,
  HeldBackListQuery,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../api/QualysApi';
import { useQualysQuery } from './useQualysQuery';

/** The subscriptions and how their syncs went. */
export function useQualysStatus() {
  const api = useApi(qualysApiRef);
  return useQualysQuery(
    useCallback(signal => api.getStatus({ signal }), [api]),
  );
}

/** A page of all connectors. The query must be memoized. */
export function useQualysConnectors(query: Partial<ConnectorListQuery>) {
  const api = useApi(qualysApiRef);
  return useQualysQuery(
    useCallback(signal => api.listConnectors(query, { signal }), [api, query]),
  );
}

/** Which rule owns which connectors, and what nobody owns. */
export function useQualysOwnership() {
  const api = useApi(qualysApiRef);
  return useQualysQuery(
    useCallback(signal => api.getOwnership({ signal }), [api]),
  );
}

/** The calls to Qualys over time. The query must be memoized. */
export function useQualysCallHistory(query: Partial<CallHistoryQuery>) {
  const api = useApi(qualysApiRef);
  return useQualysQuery(
    useCallback(signal => api.getCallHistory(query, { signal }), [api, query]),
  );
}

/** A page of claims. The query must be memoized. */
export function useQualysBindings(query: Partial<BindingListQuery>) {
  const api = useApi(qualysApiRef);
  return useQualysQuery(
    useCallback(signal => api.listBindings(query, { signal }), [api, query]),
  );
}

/** A page of the missing connectors of a subscription that are kept. The query must be memoized. */
export function useQualysHeldBack(
  subscription: string,
  query: Partial<HeldBackListQuery>,
) {
  const api = useApi(qualysApiRef);
  return useQualysQuery(
    useCallback(
      signal => api.listHeldBack(subscription, query, { signal }),
      [api, subscription, query],
    ),
  );
}

/** The errors of a connector that is bound to an entity. */
export function useQualysConnectorErrors(
  { kind, namespace, name }: CompoundEntityRef,
  { subscription, id }: { subscription: string; id: string },
) {
  const api = useApi(qualysApiRef);
  return useQualysQuery(
    useCallback(
      signal =>
        api.getEntityConnectorErrors(
          { kind, namespace, name },
          { subscription, id },
          { signal },
        ),
      [api, kind, namespace, name, subscription, id],
    ),
  );
}

/** The entities that a connector of an entity is bound to. */
export function useQualysBoundEntities(
  { kind, namespace, name }: CompoundEntityRef,
  { subscription, id }: { subscription: string; id: string },
) {
  const api = useApi(qualysApiRef);
  return useQualysQuery(
    useCallback(
      signal =>
        api.getBoundEntities(
          { kind, namespace, name },
          { subscription, id },
          { signal },
        ),
      [api, kind, namespace, name, subscription, id],
    ),
  );
}
