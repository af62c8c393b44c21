import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { qualysPermissions } from 'backstage-plugin-qualys-common';
import { connectorEntityRef } from 'backstage-plugin-qualys-node';
import { createQualysClients } from './clients';
import { readSubscriptions } from './config';
import { connectorRoutes, createConnectorErrors } from './connectors';
import { openDatabase } from './database';
import { createRouter, OPENAPI_PATH } from './http';
import {
  createMirrorAges,
  createMirrorStore,
  type DescribeConnector,
} from './mirror';
import { createAuthorizer } from './permissions';
import { snapshotRoutes } from './snapshot';
import { statusRoutes } from './status';
import { createSyncRuns, startSyncs, syncRoutes } from './sync';

/**
 * The backend of the Qualys plugin.
 *
 * @public
 */
export const qualysPlugin = createBackendPlugin({
  pluginId: 'qualys',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        cache: coreServices.cache,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init({
        auditor,
        cache,
        config,
        database,
        events,
        httpAuth,
        httpRouter,
        lifecycle,
        logger,
        permissions,
        permissionsRegistry,
        scheduler,
      }) {
        const subscriptions = readSubscriptions(config);
        const knex = await openDatabase(database);
        const authorizer = createAuthorizer(permissions);
        permissionsRegistry.addPermissions(qualysPermissions);

        const describe: DescribeConnector = (connector, subscription) => ({
          entityRef: connectorEntityRef(connector, subscription),
        });

        const clients = createQualysClients({ subscriptions, lifecycle });
        const mirror = createMirrorStore({ knex, subscriptions, describe });
        const runs = createSyncRuns(knex);
        const mirrorAges = createMirrorAges({ subscriptions, runs });
        const errors = createConnectorErrors({ clients, cache });
        const syncs = await startSyncs({
          clients,
          events,
          logger,
          mirror,
          runs,
          scheduler,
          subscriptions,
        });

        httpRouter.addAuthPolicy({
          path: OPENAPI_PATH,
          allow: 'unauthenticated',
        });
        httpRouter.use(
          createRouter({
            httpAuth,
            logger,
            routes: [
              ...statusRoutes({
                authorizer,
                mirror,
                mirrorAges,
                runs,
                subscriptions,
                openClaims: async () => 0,
              }),
              ...syncRoutes({ auditor, authorizer, syncs }),
              ...connectorRoutes({ authorizer, errors, mirror }),
              ...snapshotRoutes({ mirror, runs, subscriptions }),
            ],
          }),
        );
      },
    });
  },
});
