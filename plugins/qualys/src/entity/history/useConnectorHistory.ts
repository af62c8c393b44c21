import { useCallback } from 'react';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ConnectorHappening,
  ConnectorHistory,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import {
  useEarlierPages,
  type EarlierPages,
} from '../../hooks/useEarlierPages';
import type { ConnectorKey } from '../connectorKey';

/** The history of a connector, as far back as it was asked for. */
export interface HistorySoFar
  extends Omit<EarlierPages<ConnectorHappening, ConnectorHistory>, 'latest'> {
  /** Days after which it is forgotten; undefined before the first answer. */
  keptDays?: number;
}

/** Reads what happened to a connector, page by page, and keeps what it has read. */
export function useConnectorHistory(
  { kind, namespace, name }: CompoundEntityRef,
  { subscription, id }: ConnectorKey,
): HistorySoFar {
  const api = useApi(qualysApiRef);
  const { latest, ...pages } = useEarlierPages<
    ConnectorHappening,
    ConnectorHistory
  >(
    useCallback(
      (cursor, signal) =>
        api.getEntityConnectorHistory(
          { kind, namespace, name },
          { subscription, id },
          { cursor },
          { signal },
        ),
      [api, kind, namespace, name, subscription, id],
    ),
  );
  return { ...pages, keptDays: latest?.keptDays };
}
