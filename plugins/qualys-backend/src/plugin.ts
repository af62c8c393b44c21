import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  qualysOwnershipExtensionPoint,
  type OwnershipResolver,
} from 'backstage-plugin-qualys-node';
import { registerActions } from './actions';
import { bindingRoutes, startBindings } from './bindings';
import { wireCalls } from './calls';
import { createQualysClients } from './clients';
import { readSubscriptions } from './config';
import { wireConnectors, wireConnectorSettings } from './connectors';
import { openDatabase } from './database';
import {
  createEntityClaims,
  createEntityReader,
  wireEntities,
} from './entities';
import { wireExternalIds } from './externalIds';
import { createRouter, OPENAPI_PATH } from './http';
import { optionalMetricsServiceRef } from './metrics';
import { wireMirror } from './mirror';
import { ownershipRoutes, wireOwnership } from './ownership';
import { createAuthorizer, registerPermissions } from './permissions';
import { createRootReader } from './provenance';
import { createCachedReads } from './reads';
import { wireRemovals } from './removals';
import {
  createRequestStore,
  createResourceReader,
  wireRequests,
} from './requests';
import { wireS3 } from './s3';
import { wireSecurityHub } from './securityHub';
import { wireSettings } from './settings';
import { createCatalogReports, snapshotRoutes } from './snapshot';
import { statusRoutes } from './status';
import { wireSyncs } from './sync';
import { wireWebApps } from './webApps';

/**
 * The backend of the Qualys plugin.
 *
 * @public
 */
export const qualysPlugin = createBackendPlugin({
  pluginId: 'qualys',
  register(env) {
    let resolver: OwnershipResolver | undefined;
    env.registerExtensionPoint(qualysOwnershipExtensionPoint, {
      setOwnershipResolver(newResolver) {
        if (resolver) {
          throw new Error('An ownership resolver has been set already');
        }
        resolver = newResolver;
      },
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        cache: coreServices.cache,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: optionalMetricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const { config, database, httpAuth, httpRouter, logger } = services;
        const subscriptions = readSubscriptions(config);
        const knex = await openDatabase(database);
        const base = {
          ...services,
          authorizer: createAuthorizer(services.permissions),
          knex,
          subscriptions,
        };
        const store = createRequestStore(knex);
        const readRequests = createResourceReader(store);
        registerPermissions({ ...base, readRequests });

        // Qualys, and the mirror of it.
        const ownership = wireOwnership({ ...base, resolver });
        const calls = await wireCalls(base);
        const clients = createQualysClients({
          ...base,
          hooksOf: calls.hooksOf,
        });
        const reads = createCachedReads({ ...base, clients });
        const { mirror, removals } = wireMirror({ ...base, ...ownership });
        const removing = wireRemovals({ ...base, removals });
        const syncs = await wireSyncs({
          ...base,
          clients,
          mirror,
          notifyRemovals: removing.notifyRemovals,
          removals,
        });

        // Entities, and what those who own them see and change.
        const readRoots = createRootReader(base);
        const bindings = await startBindings({ ...base, readRoots });
        const claims = createEntityClaims(bindings);
        const readEntity = createEntityReader(base);
        const settings = wireSettings({ ...base, claims, readEntity });
        const { changeSettings, history } = settings;
        const shared = {
          ...base,
          bindings,
          changeSettings,
          claims,
          clients,
          mirror,
          readEntity,
          reads,
        };
        const s3 = wireS3(shared);
        const webApps = wireWebApps({ ...shared, history });
        const securityHub = wireSecurityHub(shared);
        const connectors = await wireConnectors(shared);
        const entities = wireEntities({
          ...shared,
          ...connectors,
          mirrorAges: syncs.mirrorAges,
          readRoots,
          s3: s3.store,
          webApps: webApps.reads,
        });
        const externalIds = wireExternalIds(shared);
        const connectorSettings = wireConnectorSettings({
          ...shared,
          ...connectors,
          ...externalIds,
          connectors: entities.connectors,
        });

        // Connectors that are asked for.
        const requests = await wireRequests({
          ...shared,
          history,
          ...ownership,
          ...connectors,
          ...externalIds,
          store,
        });

        registerActions({
          ...shared,
          connectors: entities.connectors,
          errors: connectors.errors,
          service: requests.service,
        });

        const catalogReports = createCatalogReports(knex);
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
                ...shared,
                catalogReports,
                mirrorAges: syncs.mirrorAges,
                openClaims: bindings.store.countOpen,
                removals,
                runs: syncs.runs,
              }),
              ...calls.routes,
              ...ownershipRoutes({ ...shared, rules: ownership.rules }),
              ...syncs.routes,
              ...removing.routes,
              ...connectors.routes,
              ...bindingRoutes({ ...shared, store: bindings.store }),
              ...entities.routes,
              ...connectorSettings.routes,
              ...externalIds.routes,
              ...requests.routes,
              ...s3.routes,
              ...webApps.routes,
              ...securityHub.routes,
              ...settings.routes,
              ...snapshotRoutes({ ...shared, catalogReports }),
            ],
          }),
        );
      },
    });
  },
});
