import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { ExternalIdMigration } from 'backstage-plugin-qualys-common';
import { qualysApiRef, type BoundObject } from '../../../api/QualysApi';
import {
  toQualysApiError,
  type QualysApiError,
} from '../../../api/QualysApiError';

/** A look at where a migration stands, beside all else that is done. */
export interface Look {
  /** Whether one is on its way. */
  looking: boolean;
  /** Why the latest one failed. */
  error?: QualysApiError;
  /** Looks, unless that is under way already. */
  look: () => Promise<void>;
  /** Gives up the one that is on its way: what it would tell is old by then. */
  giveUp: () => void;
}

/**
 * Looks where a migration stands without keeping anybody from anything, and
 * until nobody waits for it any more.
 *
 * @param onSeen - called with where it stands
 */
export function useLook(
  object: BoundObject,
  onSeen: (current: ExternalIdMigration) => void,
): Look {
  const api = useApi(qualysApiRef);
  const [state, setState] = useState<Pick<Look, 'looking' | 'error'>>({
    looking: false,
  });
  const reading = useRef<AbortController>();
  const seen = useRef(onSeen);
  useEffect(() => {
    seen.current = onSeen;
  });
  useEffect(() => () => reading.current?.abort(), []);

  const giveUp = useCallback(() => {
    reading.current?.abort();
    reading.current = undefined;
    setState({ looking: false });
  }, []);

  const look = async () => {
    if (reading.current) return;
    const controller = new AbortController();
    const { signal } = controller;
    reading.current = controller;
    setState({ looking: true });
    try {
      const current = await api.getExternalIdMigration(object, { signal });
      if (signal.aborted) return;
      setState({ looking: false });
      seen.current(current);
    } catch (thrown) {
      if (signal.aborted) return;
      setState({ looking: false, error: toQualysApiError(thrown) });
    }
    reading.current = undefined;
  };

  return { ...state, look, giveUp };
}
