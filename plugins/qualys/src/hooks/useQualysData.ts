import { useCallback } from 'react';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  BindingListQuery,
  CallHistoryQuery,
  ConnectorListQuery,
  HeldBackListQuery,
} from 'backstage-plugin-qualys-common';
import {
  qualysApiRef,
  type BoundObject,
  type QualysApi,
  type QualysRequestOptions,
} from '../api/QualysApi';
import { useBoundObject } from './useBoundObject';
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

type ConnectorKey = Pick<BoundObject, 'subscription' | 'id'>;

const readConnectorErrors = (
  api: QualysApi,
  { entity, ...connector }: BoundObject,
  options: QualysRequestOptions,
) => api.getEntityConnectorErrors(entity, connector, options);

/** The errors of a connector that is bound to an entity. */
export function useQualysConnectorErrors(
  entity: CompoundEntityRef,
  { subscription, id }: ConnectorKey,
) {
  return useBoundObject({ entity, subscription, id }, readConnectorErrors);
}

const readBoundEntities = (
  api: QualysApi,
  { entity, ...connector }: BoundObject,
  options: QualysRequestOptions,
) => api.getBoundEntities(entity, connector, options);

/** The entities that a connector of an entity is bound to. */
export function useQualysBoundEntities(
  entity: CompoundEntityRef,
  { subscription, id }: ConnectorKey,
) {
  return useBoundObject({ entity, subscription, id }, readBoundEntities);
}
