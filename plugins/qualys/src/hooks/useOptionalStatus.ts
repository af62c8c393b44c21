import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  qualysStatusReadPermission,
  type Status,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../api/QualysApi';
import { useQualysQuery } from './useQualysQuery';

/**
 * The state of the subscriptions, for pages that are better with it and work
 * without; undefined for those who may not see it.
 */
export function useOptionalStatus(): Status | undefined {
  const api = useApi(qualysApiRef);
  const { allowed } = usePermission({ permission: qualysStatusReadPermission });
  const { value } = useQualysQuery<Status | undefined>(
    useCallback(
      async signal => (allowed ? api.getStatus({ signal }) : undefined),
      [api, allowed],
    ),
  );
  return value;
}
