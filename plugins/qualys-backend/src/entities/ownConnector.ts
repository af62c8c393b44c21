import {
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import {
  QUALYS_CONNECTOR_ID_ANNOTATION,
  QUALYS_LOCATION_TYPE,
  QUALYS_SUBSCRIPTION_ANNOTATION,
  type MirroredConnector,
} from 'backstage-plugin-qualys-common';
import { refOf } from '../bindings';
import type { MirrorStore } from '../mirror';
import type { ReadRoots } from '../provenance';

/**
 * The connector that an entity stands for; nothing when it stands for none.
 *
 * Anybody can write the annotations of such an entity into a catalog file. So
 * it must also have the name of that very connector, and a provider must have
 * given it to the catalog, which no file can pretend.
 */
export type ReadOwnConnector = (
  entity: Entity,
) => Promise<MirroredConnector | undefined>;

/** Tells which connector an entity stands for. */
export function createOwnConnectorReader(options: {
  mirror: Pick<MirrorStore, 'get'>;
  readRoots: ReadRoots;
}): ReadOwnConnector {
  const { mirror, readRoots } = options;
  return async entity => {
    const annotations = entity.metadata.annotations ?? {};
    const subscription = annotations[QUALYS_SUBSCRIPTION_ANNOTATION];
    const id = annotations[QUALYS_CONNECTOR_ID_ANNOTATION];
    const origin = annotations[ANNOTATION_ORIGIN_LOCATION];
    if (!subscription || !id) return undefined;
    if (origin !== `${QUALYS_LOCATION_TYPE}:${subscription}`) return undefined;

    const entityRef = refOf(entity);
    const connector = await mirror.get({ subscription, id });
    if (connector?.entityRef !== entityRef) return undefined;
    const roots = await readRoots(entityRef);
    return roots?.length === 1 && refOf(roots[0]) === entityRef
      ? connector
      : undefined;
  };
}
