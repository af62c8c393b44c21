import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef, useEntity } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import { viewUrlOf } from './viewUrl';

/**
 * Where a person sees a connector in Qualys: what its own entity in the
 * catalog says. Undefined where it says nothing, or where the reader may not
 * see that entity.
 *
 * @param entityRef - the connector's own entity
 */
export function useViewUrl(entityRef: string): string | undefined {
  const catalog = useApi(catalogApiRef);
  const { entity: shown } = useEntity();
  const { value: entity } = useAsync(
    async () =>
      stringifyEntityRef(shown) === entityRef
        ? shown
        : catalog.getEntityByRef(entityRef),
    [catalog, shown, entityRef],
  );
  return entity && viewUrlOf(entity);
}
