import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  qualysConnectorReadPermission,
  type Ownership,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../api/QualysApi';
import { useQualysQuery, type QualysQuery } from './useQualysQuery';

/**
 * Which rule owns what, for pages that are better with it and work without;
 * nothing for those who may not see it.
 */
export function useOptionalOwnership(): QualysQuery<Ownership | undefined> {
  const api = useApi(qualysApiRef);
  const { allowed, loading } = usePermission({
    permission: qualysConnectorReadPermission,
  });
  const query = useQualysQuery<Ownership | undefined>(
    useCallback(
      async signal => (allowed ? api.getOwnership({ signal }) : undefined),
      [api, allowed],
    ),
  );
  return { ...query, loading: loading || query.loading };
}
