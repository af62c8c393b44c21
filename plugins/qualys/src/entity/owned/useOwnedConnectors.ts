import { useCallback } from 'react';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { OwnedConnectorsQuery } from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { useQualysQuery } from '../../hooks/useQualysQuery';

/** A page of the connectors that an entity owns. The query must be memoized. */
export function useOwnedConnectors(
  { kind, namespace, name }: CompoundEntityRef,
  query: Partial<OwnedConnectorsQuery>,
) {
  const api = useApi(qualysApiRef);
  return useQualysQuery(
    useCallback(
      signal =>
        api.getOwnedConnectors({ kind, namespace, name }, query, { signal }),
      [api, kind, namespace, name, query],
    ),
  );
}
