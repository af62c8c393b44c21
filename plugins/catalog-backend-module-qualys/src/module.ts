import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  QUALYS_MIRROR_TOPIC,
  qualysConnectorTransformerExtensionPoint,
  type ConnectorTransformer,
} from 'backstage-plugin-qualys-node';
import { z } from 'zod';
import { readConnectorLinks, readProviderConfig } from './config';
import { createEntityCollector } from './entities';
import { createMirrorClient } from './mirror';
import { createRefreshTrigger, QualysEntityProvider } from './provider';

// Events may come from another backend, of another version.
const mirrorEventSchema = z.object({ revision: z.int().min(1) });

/**
 * Brings the cloud connectors that the `qualys` backend plugin mirrors into
 * the catalog, as entities of kind `Resource` and type `cloud-connector`.
 *
 * Configured under `catalog.providers.qualys`; what an entity looks like can be
 * changed through `qualysConnectorTransformerExtensionPoint`.
 *
 * @public
 */
export const catalogModuleQualys = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'qualys',
  register(env) {
    let transformer: ConnectorTransformer | undefined;
    env.registerExtensionPoint(qualysConnectorTransformerExtensionPoint, {
      setConnectorTransformer(newTransformer) {
        if (transformer) {
          throw new Error('A transformer of connectors has been set already');
        }
        transformer = newTransformer;
      },
    });

    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({
        auth,
        catalog,
        config,
        discovery,
        events,
        lifecycle,
        logger,
        scheduler,
      }) {
        const { schedule, fallbackOwner } = readProviderConfig(config);
        const link = readConnectorLinks(config);
        const provider = new QualysEntityProvider({
          mirror: createMirrorClient({ auth, discovery }),
          collect: () =>
            createEntityCollector({ fallbackOwner, link, transformer, logger }),
          taskRunner: scheduler.createScheduledTaskRunner(schedule),
          logger,
        });
        catalog.addEntityProvider(provider);

        const trigger = createRefreshTrigger({
          scheduler,
          taskId: QualysEntityProvider.TASK_ID,
          logger,
        });
        const ended = new AbortController();
        lifecycle.addShutdownHook(() => {
          ended.abort();
          trigger.stop();
        });
        await events.subscribe({
          id: 'catalog-qualys-connectors',
          topics: [QUALYS_MIRROR_TOPIC],
          async onEvent({ eventPayload }) {
            const event = mirrorEventSchema.safeParse(eventPayload);
            const isThere =
              event.success &&
              (await provider.catchUp(event.data.revision, ended.signal));
            if (!isThere && !ended.signal.aborted) trigger.request();
          },
        });
      },
    });
  },
});
