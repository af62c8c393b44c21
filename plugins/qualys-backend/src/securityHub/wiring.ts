import type { LoggerService } from '@backstage/backend-plugin-api';
import type { QualysClients } from '../clients';
import type { EntityClaims, ReadEntity } from '../entities';
import type { Route } from '../http';
import type { Authorizer } from '../permissions';
import type { CachedReads } from '../reads';
import type { ChangeSettings } from '../settings';
import { createChangeHub } from './change';
import { entitySecurityHubRoutes } from './entityRoutes';
import { platformSecurityHubRoutes } from './platformRoutes';

/** Joins what there is of Security Hub integrations, for teams and for the platform team. */
export function wireSecurityHub(deps: {
  authorizer: Authorizer;
  changeSettings: ChangeSettings;
  claims: EntityClaims;
  clients: QualysClients;
  logger: LoggerService;
  readEntity: ReadEntity;
  reads: CachedReads;
}): { routes: Route[] } {
  const change = createChangeHub(deps);
  return {
    routes: [
      ...entitySecurityHubRoutes({ ...deps, change }),
      ...platformSecurityHubRoutes({ ...deps, change }),
    ],
  };
}
