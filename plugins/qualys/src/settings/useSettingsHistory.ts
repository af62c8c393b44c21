import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  SettingsHistory,
  SettingsHistoryEntry,
  SettingsObjectType,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef, type BoundObject } from '../api/QualysApi';
import { useEarlierPages } from '../hooks/useEarlierPages';

/** An object in Qualys: what was done with it on the page of an entity, or anywhere where none is given. */
export type HistoryOf = Omit<BoundObject, 'entity'> &
  Partial<Pick<BoundObject, 'entity'>>;

/** Reads what was done with an object, and keeps what it has read. */
export function useSettingsHistory(
  type: SettingsObjectType,
  object: HistoryOf,
) {
  const api = useApi(qualysApiRef);
  const { subscription, id: objectId } = object;
  const { kind, namespace, name } = object.entity ?? {};
  return useEarlierPages<SettingsHistoryEntry, SettingsHistory>(
    useCallback(
      (cursor, signal) => {
        const query = { type, subscription, objectId, cursor };
        return kind !== undefined && namespace !== undefined && name
          ? api.getEntityHistory({ kind, namespace, name }, query, { signal })
          : api.getHistory(query, { signal });
      },
      [api, kind, namespace, name, type, subscription, objectId],
    ),
  );
}
