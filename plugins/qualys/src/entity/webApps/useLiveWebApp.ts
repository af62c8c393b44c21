import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  isScanMoving,
  type BoundWebApp,
  type ClaimedWebApp,
  type WebAppScanList,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef, type BoundObject } from '../../api/QualysApi';
import type { ReplaceableQuery } from '../../hooks/useReplaceableQuery';
import { useLive } from './useLive';

const lasts = () => false;
const isMoving = ({ items }: WebAppScanList) => items.some(isScanMoving);

/** A web app and its last scans, as they are while scans come and go. */
export interface LiveWebApp {
  webApp: ReplaceableQuery<BoundWebApp>;
  scans: ReplaceableQuery<WebAppScanList>;
}

/**
 * A web app of an entity and its last scans.
 *
 * @param known - what the entity's summary says of them
 */
export function useLiveWebApp(
  { entity: { kind, namespace, name }, subscription, id }: BoundObject,
  known: Pick<ClaimedWebApp, 'webApp' | 'scans'>,
): LiveWebApp {
  const api = useApi(qualysApiRef);
  const webApp = useLive(
    known.webApp,
    useCallback(
      signal =>
        api.getWebApp(
          { entity: { kind, namespace, name }, subscription, id },
          { signal },
        ),
      [api, kind, namespace, name, subscription, id],
    ),
    lasts,
  );
  const scans = useLive(
    known.scans,
    useCallback(
      signal =>
        api.getWebAppScans(
          { entity: { kind, namespace, name }, subscription, id },
          { signal },
        ),
      [api, kind, namespace, name, subscription, id],
    ),
    isMoving,
  );
  return { webApp, scans };
}
