import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { qualysPagePath } from 'backstage-plugin-qualys-node';
import type { Knex } from 'knex';
import type { Bindings } from '../bindings';
import type { QualysClients } from '../clients';
import { readRecipients, readReminderDays } from '../config';
import type { EntityConnectors, ReadEntity } from '../entities';
import type { ExternalIds } from '../externalIds';
import type { Route } from '../http';
import type { MirrorStore } from '../mirror';
import type { Authorizer } from '../permissions';
import type { CachedReads } from '../reads';
import type { ChangeSettings } from '../settings';
import { announce } from '../sync';
import {
  connectorAssetsRoutes,
  createAssetChoices,
  createConnectorAssets,
  type AssetChoices,
} from './assets';
import { createConnectorChanges } from './changes';
import {
  createCredentialsStore,
  startKeyReminders,
  type CredentialsStore,
} from './credentials';
import { connectorDeletionRoutes } from './deletion';
import { createConnectorErrors, type ConnectorErrors } from './errors';
import {
  createMigrationSteps,
  createMigrationStore,
  externalIdMigrationRoutes,
  type MigrationStore,
} from './migration';
import { connectorRoutes } from './routes';
import { connectorSettingsRoutes } from './settingsRoutes';
import { createTakeOver, type TakeOver } from './takeOver';

/** What others work with that have to do with connectors. */
export interface ConnectorParts {
  assetChoices: AssetChoices;
  credentials: CredentialsStore;
  errors: ConnectorErrors;
  migrations: MigrationStore;
  takeOver: TakeOver;
}

/**
 * Joins what is known of connectors, whoever owns them, and reminds of keys
 * that expire.
 *
 * @throws InputError naming the key of the configuration that is wrong
 */
export async function wireConnectors(deps: {
  authorizer: Authorizer;
  bindings: Pick<Bindings, 'store'>;
  changeSettings: ChangeSettings;
  clients: QualysClients;
  config: Config;
  events: EventsService;
  knex: Knex;
  logger: LoggerService;
  mirror: MirrorStore;
  notifications: NotificationService;
  reads: CachedReads;
  scheduler: SchedulerService;
}): Promise<ConnectorParts & { routes: Route[] }> {
  const { config, knex, logger, mirror, reads } = deps;
  const errors = createConnectorErrors({ reads });
  const credentials = createCredentialsStore(knex);
  await startKeyReminders({
    bindings: deps.bindings.store,
    credentials,
    days: readReminderDays(config),
    logger,
    mirror,
    notifications: deps.notifications,
    pagePath: qualysPagePath(config),
    recipients: readRecipients(config, 'keys'),
    scheduler: deps.scheduler,
  });
  const withAnnounce = {
    ...deps,
    announce: (change: { subscription: string; revision: number }) =>
      announce(deps, change),
  };
  return {
    assetChoices: createAssetChoices(reads),
    credentials,
    errors,
    migrations: createMigrationStore(knex),
    takeOver: createTakeOver(withAnnounce),
    routes: [
      ...connectorRoutes({ ...deps, errors }),
      ...connectorDeletionRoutes(withAnnounce),
    ],
  };
}

/** Joins what those change who own the entity that a connector is bound to. */
export function wireConnectorSettings(
  deps: Pick<
    ConnectorParts,
    'assetChoices' | 'credentials' | 'migrations' | 'takeOver'
  > & {
    authorizer: Authorizer;
    changeSettings: ChangeSettings;
    clients: QualysClients;
    connectors: EntityConnectors;
    externalIds: ExternalIds;
    logger: LoggerService;
    readEntity: ReadEntity;
    reads: CachedReads;
  },
): { routes: Route[] } {
  const { assetChoices: choices, migrations } = deps;
  const changes = createConnectorChanges(deps);
  return {
    routes: [
      ...connectorSettingsRoutes({ ...deps, changes }),
      ...connectorAssetsRoutes({
        assets: createConnectorAssets({ ...deps, choices }),
        changes,
        choices,
      }),
      ...externalIdMigrationRoutes({
        changes,
        steps: createMigrationSteps({ ...deps, store: migrations }),
      }),
    ],
  };
}
