import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import type { ConnectorTransformer } from 'backstage-plugin-qualys-node';
import {
  connectorEntity,
  withIdentity,
  type EntityOptions,
} from './connectorEntity';
import { validateEntity } from './validateEntity';

/** What the connectors of a snapshot became. */
export interface ConnectorEntities {
  entities: Entity[];
  /** How many connectors have no valid entity. */
  skipped: number;
  /** How many connectors the transformer left out. */
  leftOut: number;
}

// Each of them is counted; the log names this many.
const MAX_NAMED = 20;

/**
 * Makes the entities of connectors. One that cannot become a valid entity is
 * skipped and reported, so that it does not keep the others out.
 */
export async function toEntities(
  connectors: readonly MirroredConnector[],
  options: EntityOptions & {
    transformer?: ConnectorTransformer;
    logger: LoggerService;
  },
): Promise<ConnectorEntities> {
  const { transformer, logger } = options;
  const entities = new Map<string, Entity>();
  let skipped = 0;
  let leftOut = 0;

  for (const connector of connectors) {
    try {
      const entity = await transform(connector, options, transformer);
      if (!entity) {
        leftOut += 1;
        continue;
      }
      await validateEntity(entity, connector);
      if (entities.has(connector.entityRef)) {
        throw new Error(`another connector is called ${connector.entityRef}`);
      }
      entities.set(connector.entityRef, entity);
    } catch (error) {
      skipped += 1;
      if (skipped <= MAX_NAMED) {
        logger.warn(
          `Skipped the connector ${JSON.stringify(
            connector.id.slice(0, 100),
          )} of the subscription ${connector.subscription}: ${
            toError(error).message
          }`,
        );
      }
    }
  }
  return { entities: [...entities.values()], skipped, leftOut };
}

async function transform(
  connector: MirroredConnector,
  options: EntityOptions,
  transformer: ConnectorTransformer | undefined,
): Promise<Entity | undefined> {
  const entity = connectorEntity(connector, options);
  if (!transformer) return entity;
  const transformed = await transformer(connector, entity);
  return transformed && withIdentity(transformed, connector);
}
