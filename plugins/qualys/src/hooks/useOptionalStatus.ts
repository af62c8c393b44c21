import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  qualysStatusReadPermission,
  type Status,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../api/QualysApi';
import { useQualysQuery } from './useQualysQuery';

export interface OptionalStatus {
  /** Undefined for those who may not see it, too, and where it cannot be read. */
  status?: Status;
  /** Until it is known, or known that it is not to be had. */
  loading: boolean;
}

/**
 * The state of the subscriptions, for pages that are better with it and work
 * without.
 */
export function useOptionalStatus(): OptionalStatus {
  const api = useApi(qualysApiRef);
  const { allowed, loading: deciding } = usePermission({
    permission: qualysStatusReadPermission,
  });
  const { value, error } = useQualysQuery(
    useCallback(
      async (signal: AbortSignal) => ({
        allowed,
        status: allowed ? await api.getStatus({ signal }) : undefined,
      }),
      [api, allowed],
    ),
  );
  // While nobody knows whether it may be seen, the answer is that of who may not.
  const answered = !deciding && value?.allowed === allowed;
  return { status: value?.status, loading: !answered && !error };
}
