import type { AuditorService } from '@backstage/backend-plugin-api';
import type { Bindings } from '../bindings';
import type { QualysClients } from '../clients';
import type { EntityClaims, ReadEntity } from '../entities';
import type { Route } from '../http';
import type { Authorizer } from '../permissions';
import type { CachedReads } from '../reads';
import type { ChangeSettings, SettingsHistoryStore } from '../settings';
import { platformWebAppRoutes } from './platformRoutes';
import { createWebAppReads, type WebAppReads } from './reads';
import { webAppRoutes } from './routes';

/** Joins what there is of web apps and their scans. */
export function wireWebApps(deps: {
  auditor: AuditorService;
  authorizer: Authorizer;
  bindings: Pick<Bindings, 'store'>;
  changeSettings: ChangeSettings;
  claims: EntityClaims;
  clients: Pick<QualysClients, 'get'>;
  history: SettingsHistoryStore;
  readEntity: ReadEntity;
  reads: CachedReads;
  subscriptions: readonly { id: string }[];
}): { reads: WebAppReads; routes: Route[] } {
  const reads = createWebAppReads(deps.reads);
  return {
    reads,
    routes: [
      ...webAppRoutes({ ...deps, reads }),
      ...platformWebAppRoutes({ ...deps, reads }),
    ],
  };
}
