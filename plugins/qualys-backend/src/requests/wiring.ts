import type {
  AuditorService,
  AuthService,
  LifecycleService,
  LoggerService,
  PermissionsService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { qualysPagePath } from 'backstage-plugin-qualys-node';
import type { Bindings } from '../bindings';
import type { QualysClients } from '../clients';
import {
  readRecipients,
  readRequestsConfig,
  type SubscriptionConfig,
} from '../config';
import type { AssetChoices, CredentialsStore, TakeOver } from '../connectors';
import type { ReadEntity } from '../entities';
import type { AwsRoles, ExternalIds } from '../externalIds';
import type { Route } from '../http';
import type { MirrorStore } from '../mirror';
import type { OwnershipRules } from '../ownership';
import { createRequestRights, type Authorizer } from '../permissions';
import type { PlacementStore } from '../placements';
import { createSecretBox, readEncryptionKeys } from '../secrets';
import type { SettingsHistoryStore } from '../settings';
import { createGroupReader, createSettingsCheck } from './checkSettings';
import { createConflictFinder } from './conflicts';
import { createRequestService } from './createRequestService';
import { createRequestDescriber } from './details';
import { createEntityOwnerReader } from './entityOwner';
import { createHandover, startProvisioning } from './provisioning';
import { requestRoutes } from './routes';
import type { RequestService } from './service';
import { requestStateRoute } from './stateRoute';
import type { RequestStore } from './store';
import { createRequestTeller } from './tell';
import { createWriterCheck } from './writers';

/**
 * Joins all that has to do with requests for connectors: asking, deciding, and
 * the creating of what was agreed to.
 *
 * @throws InputError naming the key of the configuration that is wrong
 */
export async function wireRequests(deps: {
  assetChoices: AssetChoices;
  auditor: AuditorService;
  auth: AuthService;
  authorizer: Authorizer;
  awsRoles: AwsRoles;
  bindings: Pick<Bindings, 'store'>;
  catalog: CatalogService;
  clients: QualysClients;
  config: Config;
  credentials: CredentialsStore;
  events: EventsService;
  externalIds: ExternalIds;
  history: SettingsHistoryStore;
  lifecycle: LifecycleService;
  logger: LoggerService;
  mirror: MirrorStore;
  notifications: NotificationService;
  permissions: PermissionsService;
  placements: PlacementStore;
  readEntity: ReadEntity;
  rules: OwnershipRules;
  scheduler: SchedulerService;
  signals: SignalsService;
  store: RequestStore;
  subscriptions: readonly SubscriptionConfig[];
  takeOver: TakeOver;
  userInfo: UserInfoService;
}): Promise<{ service: RequestService; routes: Route[] }> {
  const config = readRequestsConfig(deps.config, deps.subscriptions);
  const box = createSecretBox(readEncryptionKeys(deps.config));
  const readGroups = createGroupReader(deps.userInfo);
  const findConflicts = createConflictFinder(deps);
  const tell = createRequestTeller({
    ...deps,
    pagePath: qualysPagePath(deps.config),
    recipients: readRecipients(deps.config, 'requests'),
  });
  const provisioner = await startProvisioning({
    ...deps,
    box,
    expireAfterMs: config.expireAfterMs,
    handover: createHandover({ ...deps, bindings: deps.bindings.store }),
    tell,
  });
  const readRights = createRequestRights(deps.permissions);
  const requireWriter = createWriterCheck({ ...deps, readRights });
  const service = createRequestService({
    ...deps,
    box,
    checkSettings: createSettingsCheck({ ...deps, readGroups }),
    config,
    describe: createRequestDescriber({ ...deps, config, findConflicts }),
    findConflicts,
    readEntityOwner: createEntityOwnerReader(deps.catalog),
    readRights,
    requireWriter,
    tell,
    wake: () => void provisioner.wake(),
  });
  return {
    service,
    routes: [
      ...requestRoutes({
        ...deps,
        box,
        choices: deps.assetChoices,
        readGroups,
        requireWriter,
        service,
      }),
      requestStateRoute(deps),
    ],
  };
}
