import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  qualysApiRef,
  type BoundObject,
  type QualysApi,
  type QualysRequestOptions,
} from '../api/QualysApi';
import { useQualysQuery, type QualysQuery } from './useQualysQuery';

/**
 * Reads something of an object that is bound to an entity.
 *
 * @param read - the same function each time
 */
export function useBoundObject<T>(
  { entity: { kind, namespace, name }, subscription, id }: BoundObject,
  read: (
    api: QualysApi,
    object: BoundObject,
    options: QualysRequestOptions,
  ) => Promise<T>,
): QualysQuery<T> {
  const api = useApi(qualysApiRef);
  return useQualysQuery(
    useCallback(
      signal =>
        read(
          api,
          { entity: { kind, namespace, name }, subscription, id },
          { signal },
        ),
      [api, kind, namespace, name, subscription, id, read],
    ),
  );
}
