import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Bindings } from '../bindings';
import type {
  ConnectorErrors,
  CredentialsStore,
  MigrationStore,
} from '../connectors';
import type { Route } from '../http';
import type { MirrorAges, MirrorStore } from '../mirror';
import type { Authorizer } from '../permissions';
import type { ReadRoots } from '../provenance';
import type { CachedReads } from '../reads';
import type { S3Store } from '../s3';
import type { WebAppReads } from '../webApps';
import { createBoundEntitiesReader } from './boundEntities';
import type { EntityClaims } from './entityClaims';
import {
  createEntityConnectors,
  type EntityConnectors,
} from './entityConnectors';
import type { ReadEntity } from './entityReader';
import { createOwnConnectorReader } from './ownConnector';
import { createOwnedConnectorsReader } from './ownedConnectors';
import { entityRoutes } from './routes';

/** Joins what is shown of entities: all that is bound to them, and what they own. */
export function wireEntities(deps: {
  authorizer: Authorizer;
  bindings: Bindings;
  catalog: CatalogService;
  claims: EntityClaims;
  credentials: CredentialsStore;
  errors: ConnectorErrors;
  migrations: MigrationStore;
  mirror: MirrorStore;
  mirrorAges: MirrorAges;
  readEntity: ReadEntity;
  readRoots: ReadRoots;
  reads: CachedReads;
  s3: S3Store;
  webApps: WebAppReads;
}): { connectors: EntityConnectors; routes: Route[] } {
  const readOwnConnector = createOwnConnectorReader(deps);
  const connectors = createEntityConnectors({ ...deps, readOwnConnector });
  return {
    connectors,
    routes: entityRoutes({
      ...deps,
      connectors,
      readBoundEntities: createBoundEntitiesReader(deps),
      readOwnedConnectors: createOwnedConnectorsReader({
        ...deps,
        readOwnConnector,
      }),
    }),
  };
}
