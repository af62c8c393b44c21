import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { EntitySummary } from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import type { QualysQuery } from '../../hooks/useQualysQuery';
import { entitySummaries } from './entitySummaries';

/**
 * All that is bound to an entity. It is read once for all parts of a page, and
 * `retry` reads it again for all of them.
 */
export function useEntitySummary({
  kind,
  namespace,
  name,
}: CompoundEntityRef): QualysQuery<EntitySummary> {
  const summaries = entitySummaries(useApi(qualysApiRef));
  const entityRef = useMemo(
    () => ({ kind, namespace, name }),
    [kind, namespace, name],
  );
  const [{ value, error, loading }, setReading] = useState(() =>
    summaries.known(entityRef),
  );

  useEffect(() => {
    const update = () => setReading(summaries.known(entityRef));
    const unfollow = summaries.follow(entityRef, update);
    update();
    return unfollow;
  }, [summaries, entityRef]);

  const retry = useCallback(
    () => summaries.readAgain(entityRef),
    [summaries, entityRef],
  );
  return { value, error, loading, retry };
}
