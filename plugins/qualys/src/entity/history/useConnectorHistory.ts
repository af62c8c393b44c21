import { useCallback, useState } from 'react';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ConnectorHappening,
  ConnectorHistory,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import type { QualysApiError } from '../../api/QualysApiError';
import { useQualysQuery } from '../../hooks/useQualysQuery';
import type { ConnectorKey } from '../connectorKey';

/** The history of a connector, as far back as it was asked for. */
export interface HistorySoFar {
  /** Newest first; undefined before the first answer. */
  items?: ConnectorHappening[];
  /** Days after which it is forgotten; undefined before the first answer. */
  keptDays?: number;
  /** Why the latest page could not be read. */
  error?: QualysApiError;
  /** Whether a page is under way. */
  loading: boolean;
  /** Reads the next page too; undefined where there is none, or none is known of yet. */
  showEarlier?: () => void;
  /** Reads again what failed. */
  retry: () => void;
}

/** Reads what happened to a connector, page by page, and keeps what it has read. */
export function useConnectorHistory(
  { kind, namespace, name }: CompoundEntityRef,
  { subscription, id }: ConnectorKey,
): HistorySoFar {
  const api = useApi(qualysApiRef);
  const [before, setBefore] = useState<{
    items: ConnectorHappening[];
    keptDays?: number;
    /** Where the page begins that is read now; undefined for the first. */
    cursor?: string;
  }>({ items: [] });
  const { cursor } = before;

  const { value, error, loading, retry } = useQualysQuery<{
    cursor?: string;
    page: ConnectorHistory;
  }>(
    useCallback(
      async signal => ({
        cursor,
        page: await api.getEntityConnectorHistory(
          { kind, namespace, name },
          { subscription, id },
          { cursor },
          { signal },
        ),
      }),
      [api, kind, namespace, name, subscription, id, cursor],
    ),
  );

  // While the next page is under way, the value is still the one before.
  const page = value?.cursor === cursor ? value?.page : undefined;
  const items = page ? [...before.items, ...page.items] : before.items;
  const keptDays = page?.keptDays ?? before.keptDays;
  const next = page?.nextCursor;
  return {
    items: keptDays === undefined ? undefined : items,
    keptDays,
    error,
    loading,
    showEarlier: next
      ? () => setBefore({ items, keptDays, cursor: next })
      : undefined,
    retry,
  };
}
