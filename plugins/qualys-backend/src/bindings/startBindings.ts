import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { qualysPagePath } from 'backstage-plugin-qualys-node';
import type { Knex } from 'knex';
import { readRecipients } from '../config';
import type { ReadRoots } from '../provenance';
import { readAcceptRules } from './acceptRules';
import { createRuleApplier } from './applyRules';
import { createClaimsReader } from './claims';
import { createBindingStore } from './createBindingStore';
import { createNotifier, type Notify } from './notify';
import { createClaimRecorder, type ClaimRecorder } from './recorder';
import { createClaimScan } from './scan';
import { readScanSchedule } from './schedule';
import type { BindingStore } from './store';

/** The task that looks through the catalog. */
export const SCAN_TASK_ID = 'qualys-claims-scan';

/** What the routes of claims and of entities work with. */
export interface Bindings {
  store: BindingStore;
  recorder: ClaimRecorder;
  notify: Notify;
}

/**
 * Opens the claims, and has the catalog looked through for them from time to time.
 *
 * @throws InputError naming the key of the configuration that is wrong
 */
export async function startBindings(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  readRoots: ReadRoots;
  scheduler: SchedulerService;
  subscriptions: readonly { id: string }[];
}): Promise<Bindings> {
  const { auth, catalog, config, logger, notifications, scheduler } = options;
  const rules = readAcceptRules(config);
  const recipients = readRecipients(config, 'claims');
  const schedule = readScanSchedule(config);

  const store = createBindingStore(options.knex);
  const notify = createNotifier({
    recipients,
    notifications,
    logger,
    pagePath: qualysPagePath(config),
  });
  const recorder = createClaimRecorder({
    readClaims: createClaimsReader(options.subscriptions),
    store,
    applyRules: createRuleApplier({
      rules,
      readRoots: options.readRoots,
      store,
      logger,
    }),
  });
  await scheduler.createScheduledTaskRunner(schedule).run({
    id: SCAN_TASK_ID,
    fn: createClaimScan({ auth, catalog, recorder, store, notify, logger }),
  });
  return { store, recorder, notify };
}
