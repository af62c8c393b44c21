import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import type {
  MirroredConnector,
  SkippedEntity,
} from 'backstage-plugin-qualys-common';
import type { ConnectorTransformer } from 'backstage-plugin-qualys-node';
import {
  connectorEntity,
  withIdentity,
  type EntityOptions,
} from './connectorEntity';
import { validateEntity } from './validateEntity';

/** What marks the entities as this module's own. */
export const LOCATION_KEY = 'qualys';

/**
 * Makes the entities of connectors that come little by little. One that cannot
 * become a valid entity is skipped and reported, so that it does not keep the
 * others out.
 */
export interface EntityCollector {
  add(connectors: readonly MirroredConnector[]): Promise<void>;
  /** The entities, ready for the catalog. */
  readonly entities: DeferredEntity[];
  /** The entity references of the connectors that have no valid entity, and why. */
  readonly skipped: ReadonlyMap<string, SkippedEntity>;
  /** The entity references of the connectors that the transformer left out. */
  readonly leftOut: ReadonlySet<string>;
  /** Whether the transformer threw, which it may not do the next time. */
  readonly mayPass: boolean;
}

// Each of them is counted; the log names this many.
const MAX_NAMED = 20;

const MAX_MESSAGE_LENGTH = 500;
const MAX_ID_LENGTH = 200;

/** Begins to make entities. */
export function createEntityCollector(
  options: EntityOptions & {
    transformer?: ConnectorTransformer;
    logger: LoggerService;
  },
): EntityCollector {
  const { transformer, logger } = options;
  const entities: DeferredEntity[] = [];
  const made = new Set<string>();
  const skipped = new Map<string, SkippedEntity>();
  const leftOut = new Set<string>();
  let mayPass = false;

  const transform = async (
    connector: MirroredConnector,
  ): Promise<Entity | undefined> => {
    const entity = connectorEntity(connector, options);
    if (!transformer) return entity;
    try {
      const transformed = await transformer(connector, entity);
      return transformed && withIdentity(transformed, connector);
    } catch (error) {
      mayPass = true;
      throw error;
    }
  };

  const make = async (connector: MirroredConnector) => {
    const { entityRef } = connector;
    const entity = await transform(connector);
    if (!entity) {
      leftOut.add(entityRef);
      return;
    }
    await validateEntity(entity, connector);
    if (made.has(entityRef)) {
      throw new Error(`another connector is called ${entityRef}`);
    }
    made.add(entityRef);
    entities.push({ entity, locationKey: LOCATION_KEY });
  };

  return {
    entities,
    skipped,
    leftOut,
    get mayPass() {
      return mayPass;
    },
    async add(connectors) {
      for (const connector of connectors) {
        try {
          await make(connector);
        } catch (error) {
          const { entityRef, id, subscription } = connector;
          const message = toError(error).message.slice(0, MAX_MESSAGE_LENGTH);
          // Two that share a name would otherwise count as one.
          const key = made.has(entityRef) ? `${entityRef} ${id}` : entityRef;
          skipped.set(key, {
            subscription,
            id: id.slice(0, MAX_ID_LENGTH),
            message,
          });
          if (skipped.size <= MAX_NAMED) {
            logger.warn(
              `Skipped the connector ${JSON.stringify(
                id.slice(0, 100),
              )} of the subscription ${subscription}: ${message}`,
            );
          }
        }
      }
    },
  };
}
