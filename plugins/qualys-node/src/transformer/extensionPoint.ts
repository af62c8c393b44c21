import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { type Entity } from '@backstage/catalog-model';
import { type MirroredConnector } from 'backstage-plugin-qualys-common';

/**
 * Makes the catalog entity of a connector.
 *
 * @param connector - the connector as the mirror holds it
 * @param defaultEntity - the entity that it would become; a copy that may be changed
 * @returns the entity, or nothing to leave the connector out of the catalog
 *
 * @remarks
 *
 * Kind, namespace and name must stay as they are in the default entity, since
 * the portal finds a connector's entity by them. The annotations that say
 * where the entity comes from and which connector it stands for are set again
 * afterwards. Do not write anything that changes by itself (states, dates,
 * counters) into an entity: each change makes the catalog process it again.
 *
 * A connector whose entity is not valid, or whose transformation throws, is
 * skipped and reported; if it had an entity before, that one stays.
 *
 * @public
 */
export type ConnectorTransformer = (
  connector: MirroredConnector,
  defaultEntity: Entity,
) => Entity | undefined | Promise<Entity | undefined>;

/**
 * Where a module of the `catalog` plugin changes what connectors become.
 *
 * @public
 */
export interface QualysConnectorTransformerExtensionPoint {
  /**
   * Sets the transformer of connectors.
   *
   * @throws Error when another module has set one already
   */
  setConnectorTransformer(transformer: ConnectorTransformer): void;
}

/**
 * The extension point for entities of connectors, for modules of the `catalog`
 * plugin. It is there when the Qualys module of the catalog is installed.
 *
 * @public
 */
export const qualysConnectorTransformerExtensionPoint =
  createExtensionPoint<QualysConnectorTransformerExtensionPoint>({
    id: 'catalog.qualys.connectorTransformer',
  });
