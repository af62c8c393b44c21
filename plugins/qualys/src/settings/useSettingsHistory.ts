import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  BoundObjectType,
  SettingsHistory,
  SettingsHistoryEntry,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef, type BoundObject } from '../api/QualysApi';
import { useEarlierPages } from '../hooks/useEarlierPages';

/** Reads what was done with an object on its entity's page, and keeps what it has read. */
export function useSettingsHistory(type: BoundObjectType, object: BoundObject) {
  const api = useApi(qualysApiRef);
  const { subscription, id: objectId } = object;
  const { kind, namespace, name } = object.entity;
  return useEarlierPages<SettingsHistoryEntry, SettingsHistory>(
    useCallback(
      (cursor, signal) =>
        api.getEntityHistory(
          { kind, namespace, name },
          { type, subscription, objectId, cursor },
          { signal },
        ),
      [api, kind, namespace, name, type, subscription, objectId],
    ),
  );
}
