/* The floor: a bare provider hands the same entities to the same catalog in one full mutation. */
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import { startPortal } from '../../portal';
import { lookIntoCatalog } from '../catalogDatabase';
import { readEntities } from '../entitiesFile';
import { measureHandOver, type HandedOver } from '../handOver';
import { catalogConfig } from '../subscription';

export interface FloorInput {
  database: JsonObject;
  /** Where the entities are. */
  file: string;
  /** Whether to wait until all of them are visible. */
  untilVisible: boolean;
}

export async function run(input: FloorInput): Promise<HandedOver> {
  const entities = await readEntities(input.file);
  let connection: EntityProviderConnection | undefined;
  const provider: EntityProvider = {
    getProviderName: () => 'bare',
    async connect(given) {
      connection = given;
    },
  };
  const catalog = lookIntoCatalog();
  const { extensionPoint, measure } = measureHandOver();
  const portal = await startPortal({
    database: input.database,
    config: catalogConfig(),
    features: [
      catalog.feature,
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'bench-floor',
        register(registration) {
          registration.registerInit({
            deps: { point: catalogProcessingExtensionPoint },
            async init({ point }) {
              point.addEntityProvider(provider);
            },
          });
        },
      }),
    ],
    extensionPoints: [extensionPoint],
  });
  try {
    return await measure({
      handOver: () => connection!.applyMutation({ type: 'full', entities }),
      until: input.untilVisible
        ? { visible: entities.length, catalog }
        : undefined,
    });
  } finally {
    await portal.stop();
  }
}
