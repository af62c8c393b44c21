import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { qualysPermissions } from 'backstage-plugin-qualys-common';
import {
  qualysOwnershipExtensionPoint,
  qualysRequestResourceRef,
  qualysRequestRules,
  type OwnershipResolver,
} from 'backstage-plugin-qualys-node';
import {
  createPortalLinks,
  registerConnectorActions,
  registerRequestActions,
} from './actions';
import { bindingRoutes, startBindings } from './bindings';
import {
  callRoutes,
  createCallCounter,
  createCallStore,
  startCallCounter,
} from './calls';
import { createQualysClients } from './clients';
import {
  readRecipients,
  readReminderDays,
  readRequestsConfig,
  readSubscriptions,
} from './config';
import {
  connectorAssetsRoutes,
  connectorDeletionRoutes,
  connectorRoutes,
  connectorSettingsRoutes,
  createAssetChoices,
  createConnectorAssets,
  createConnectorChanges,
  createConnectorErrors,
  createCredentialsStore,
  createMigrationSteps,
  createMigrationStore,
  createTakeOver,
  externalIdMigrationRoutes,
  startKeyReminders,
} from './connectors';
import { openDatabase } from './database';
import {
  createBoundEntitiesReader,
  createEntityClaims,
  createEntityConnectors,
  createEntityReader,
  createOwnConnectorReader,
  createOwnedConnectorsReader,
  entityRoutes,
} from './entities';
import { createConnectorEvents } from './events';
import {
  createAwsBaseAccounts,
  createAwsRoles,
  createExternalIds,
  externalIdRoutes,
} from './externalIds';
import { createRouter, OPENAPI_PATH } from './http';
import {
  createCallMetrics,
  createGauges,
  createSyncMetrics,
  optionalMetricsServiceRef,
} from './metrics';
import {
  createMirrorAges,
  createMirrorStore,
  createRemovalStore,
} from './mirror';
import {
  createDescribing,
  createOwnership,
  ownershipRoutes,
  readOwnershipRules,
} from './ownership';
import { createAuthorizer, createRequestRights } from './permissions';
import { createPlacementStore } from './placements';
import { createRootReader } from './provenance';
import { createCachedReads } from './reads';
import { createRemovalNotifier, removalRoutes } from './removals';
import {
  createConflictFinder,
  createGroupReader,
  createHandover,
  createRequestDescriber,
  createRequestService,
  createRequestStore,
  createRequestTeller,
  createSettingsCheck,
  requestRoutes,
  requestStateRoute,
  resourceOf,
  startProvisioning,
} from './requests';
import { createS3Store, s3Routes } from './s3';
import { createSecretBox, readEncryptionKeys } from './secrets';
import {
  createChangeHub,
  entitySecurityHubRoutes,
  platformSecurityHubRoutes,
} from './securityHub';
import {
  createChangeSettings,
  createOneAtATime,
  createSettingsEvents,
  createSettingsHistory,
  settingsHistoryRoutes,
} from './settings';
import { createCatalogReports, snapshotRoutes } from './snapshot';
import { statusRoutes } from './status';
import {
  announce,
  createSyncRuns,
  createSyncSignal,
  startSyncs,
  syncRoutes,
} from './sync';
import {
  createWebAppReads,
  platformWebAppRoutes,
  webAppRoutes,
} from './webApps';

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
      async init({
        actionsRegistry,
        auditor,
        auth,
        cache,
        catalog,
        config,
        database,
        events,
        httpAuth,
        httpRouter,
        lifecycle,
        logger,
        metrics,
        notifications,
        permissions,
        permissionsRegistry,
        scheduler,
        signals,
        userInfo,
      }) {
        const subscriptions = readSubscriptions(config);
        const knex = await openDatabase(database);
        const authorizer = createAuthorizer(permissions);
        const requests = createRequestStore(knex);
        permissionsRegistry.addResourceType({
          resourceRef: qualysRequestResourceRef,
          permissions: qualysPermissions.filter(permission =>
            isResourcePermission(
              permission,
              qualysRequestResourceRef.resourceType,
            ),
          ),
          rules: Object.values(qualysRequestRules),
          getResources: async ids => {
            const records = await requests.getMany(ids);
            return ids.map(id => {
              const record = records.find(each => each.id === id);
              return record && resourceOf(record);
            });
          },
        });
        permissionsRegistry.addPermissions(
          qualysPermissions.filter(
            permission =>
              !isResourcePermission(
                permission,
                qualysRequestResourceRef.resourceType,
              ),
          ),
        );

        const rules = readOwnershipRules(config);
        const ownership = createOwnership({ rules, resolver, logger });
        const placements = createPlacementStore(knex);

        const calls = createCallStore(knex, subscriptions);
        const callCounter = createCallCounter(calls, logger);
        await startCallCounter(callCounter, { lifecycle, scheduler });
        const metricsOf = createCallMetrics(metrics);
        const clients = createQualysClients({
          subscriptions,
          lifecycle,
          hooksOf: id => [metricsOf(id), callCounter.hooksOf(id)],
        });
        const onNews = createConnectorEvents({ events, logger });
        const mirror = createMirrorStore({
          knex,
          subscriptions,
          describing: createDescribing({ ownership, placements }),
          // A module may answer something else each time.
          describedBy: resolver
            ? ''
            : JSON.stringify(config.getOptional('qualys.ownership') ?? {}),
          onNews,
        });
        const removals = createRemovalStore(knex, onNews);
        const runs = createSyncRuns(knex);
        const mirrorAges = createMirrorAges({
          mirror,
          subscriptions,
          runs,
        });
        const reads = createCachedReads({ cache, clients, logger });
        const errors = createConnectorErrors({ reads });
        createGauges(metrics, { clients, mirror, mirrorAges, removals });
        const syncs = await startSyncs({
          clients,
          events,
          lifecycle,
          logger,
          metrics: createSyncMetrics(metrics),
          mirror,
          notifyRemovals: createRemovalNotifier({
            recipients: readRecipients(config, 'removals'),
            notifications,
            logger,
            removals,
          }),
          runs,
          scheduler,
          signal: createSyncSignal(signals, logger),
          subscriptions,
        });

        const catalogReports = createCatalogReports(knex);
        const readRoots = createRootReader({ auth, catalog });
        const readOwnConnector = createOwnConnectorReader({
          mirror,
          readRoots,
        });
        const bindings = await startBindings({
          auth,
          catalog,
          config,
          knex,
          logger,
          notifications,
          readRoots,
          scheduler,
          subscriptions,
        });

        const claims = createEntityClaims(bindings);
        const readEntity = createEntityReader({ authorizer, catalog });
        const s3 = createS3Store(knex);
        const webApps = createWebAppReads(reads);
        const history = createSettingsHistory(knex);
        const changeSettings = createChangeSettings({
          auditor,
          authorizer,
          history,
          oneAtATime: createOneAtATime(knex),
          tell: createSettingsEvents({ events, logger }),
        });
        const changeHub = createChangeHub({
          changeSettings,
          clients,
          logger,
          reads,
        });

        const migrations = createMigrationStore(knex);
        const credentials = createCredentialsStore(knex);
        await startKeyReminders({
          bindings: bindings.store,
          credentials,
          days: readReminderDays(config),
          logger,
          mirror,
          notifications,
          recipients: readRecipients(config, 'keys'),
          scheduler,
        });
        const entityConnectors = createEntityConnectors({
          claims,
          credentials,
          migrations,
          mirror,
          mirrorAges,
          readOwnConnector,
          reads,
          s3,
          webApps,
        });
        const takeOver = createTakeOver({
          announce: change => announce({ events, logger }, change),
          logger,
          mirror,
        });
        const assetChoices = createAssetChoices(reads);
        const externalIds = createExternalIds({ mirror, subscriptions });
        const awsRoles = createAwsRoles({
          baseAccounts: createAwsBaseAccounts(reads),
          clients,
        });
        const connectorChanges = createConnectorChanges({
          authorizer,
          changeSettings,
          clients,
          connectors: entityConnectors,
          readEntity,
          reads,
        });

        const requestsConfig = readRequestsConfig(config);
        const box = createSecretBox(readEncryptionKeys(config));
        const readGroups = createGroupReader(userInfo);
        const findConflicts = createConflictFinder({
          mirror,
          rules,
          store: requests,
        });
        const tellRequest = createRequestTeller({
          events,
          logger,
          notifications,
          recipients: readRecipients(config, 'requests'),
          signals,
        });
        const provisioner = await startProvisioning({
          box,
          clients,
          expireAfterMs: requestsConfig.expireAfterMs,
          handover: createHandover({
            auditor,
            auth,
            bindings: bindings.store,
            catalog,
            credentials,
            logger,
            mirror,
            placements,
          }),
          lifecycle,
          logger,
          scheduler,
          store: requests,
          takeOver,
          tell: tellRequest,
        });
        const requestService = createRequestService({
          auditor,
          authorizer,
          box,
          checkSettings: createSettingsCheck({
            catalog,
            readEntity,
            readGroups,
          }),
          config: requestsConfig,
          describe: createRequestDescriber({
            authorizer,
            awsRoles,
            config: requestsConfig,
            findConflicts,
            mirror,
            store: requests,
          }),
          externalIds,
          findConflicts,
          readRights: createRequestRights(permissions),
          store: requests,
          subscriptions,
          tell: tellRequest,
          wake: () => void provisioner.wake(),
        });

        const links = createPortalLinks(config);
        registerConnectorActions({
          actionsRegistry,
          authorizer,
          connectors: entityConnectors,
          errors,
          links,
          mirror,
          readEntity,
        });
        registerRequestActions({
          actionsRegistry,
          links,
          service: requestService,
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
                catalogReports,
                clients,
                mirror,
                mirrorAges,
                removals,
                runs,
                subscriptions,
                openClaims: bindings.store.countOpen,
              }),
              ...callRoutes({ authorizer, counter: callCounter, store: calls }),
              ...ownershipRoutes({ authorizer, catalog, mirror, rules }),
              ...syncRoutes({ auditor, authorizer, syncs }),
              ...removalRoutes({
                announce: change => announce({ events, logger }, change),
                auditor,
                authorizer,
                removals,
                subscriptions,
              }),
              ...connectorRoutes({ authorizer, errors, mirror }),
              ...connectorDeletionRoutes({
                announce: change => announce({ events, logger }, change),
                changeSettings,
                clients,
                mirror,
              }),
              ...bindingRoutes({
                auditor,
                authorizer,
                mirror,
                store: bindings.store,
              }),
              ...entityRoutes({
                connectors: entityConnectors,
                errors,
                mirror,
                readBoundEntities: createBoundEntitiesReader({
                  bindings,
                  catalog,
                }),
                readEntity,
                readOwnedConnectors: createOwnedConnectorsReader({
                  authorizer,
                  catalog,
                  readOwnConnector,
                }),
              }),
              ...connectorSettingsRoutes({
                changes: connectorChanges,
                credentials,
                reads,
                takeOver,
              }),
              ...connectorAssetsRoutes({
                assets: createConnectorAssets({
                  choices: assetChoices,
                  logger,
                  reads,
                  takeOver,
                }),
                changes: connectorChanges,
                choices: assetChoices,
              }),
              ...externalIdMigrationRoutes({
                changes: connectorChanges,
                steps: createMigrationSteps({
                  reads,
                  externalIds,
                  store: migrations,
                  takeOver,
                }),
              }),
              ...externalIdRoutes({ authorizer, awsRoles, externalIds }),
              ...requestRoutes({
                authorizer,
                awsRoles,
                box,
                choices: assetChoices,
                readGroups,
                service: requestService,
                subscriptions,
              }),
              requestStateRoute({ mirror, store: requests }),
              ...s3Routes({
                changeSettings,
                claims,
                clients,
                readEntity,
                store: s3,
              }),
              ...webAppRoutes({
                authorizer,
                changeSettings,
                claims,
                clients,
                readEntity,
                reads: webApps,
              }),
              ...platformWebAppRoutes({
                auditor,
                bindings,
                changeSettings,
                clients,
                history,
                readEntity,
                reads: webApps,
                subscriptions,
              }),
              ...entitySecurityHubRoutes({
                authorizer,
                change: changeHub,
                claims,
                readEntity,
                reads,
              }),
              ...platformSecurityHubRoutes({
                authorizer,
                change: changeHub,
                reads,
              }),
              ...settingsHistoryRoutes({
                authorizer,
                claims,
                history,
                readEntity,
              }),
              ...snapshotRoutes({
                catalogReports,
                mirror,
                subscriptions,
              }),
            ],
          }),
        );
      },
    });
  },
});
