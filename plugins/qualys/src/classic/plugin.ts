import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { qualysApiRef, QualysClientApi } from '../api';
import { whereBound } from '../entity/summary/whereBound';
import { entityContentRouteRef, rootRouteRef } from './routes';

/**
 * Qualys in a portal on the classic frontend system.
 *
 * @public
 */
export const qualysPlugin = createPlugin({
  id: 'qualys',
  apis: [
    createApiFactory({
      api: qualysApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new QualysClientApi({ fetchApi }),
    }),
  ],
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
});

/**
 * The page for the platform team, and for whoever asks for a connector: an
 * overview, all connectors, requests for connectors, the Security Hub
 * integrations, who owns what, web apps, claims, syncs and the history of
 * changes.
 *
 * @public
 */
export const QualysPage = qualysPlugin.provide(
  createRoutableExtension({
    name: 'QualysPage',
    component: () => import('./QualysPage').then(m => m.QualysPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The card on an entity's page: its connectors at a glance. It is nothing at all
 * where the entity has none.
 *
 * @public
 */
export const EntityQualysConnectorsCard = qualysPlugin.provide(
  createComponentExtension({
    name: 'EntityQualysConnectorsCard',
    component: {
      sync: whereBound('connector', () =>
        import('./EntityConnectorsCard').then(m => m.EntityConnectorsCard),
      ),
    },
  }),
);

/**
 * The card on an entity's page: its S3 integrations, and the ways to change them.
 *
 * @public
 */
export const EntityQualysS3IntegrationsCard = qualysPlugin.provide(
  createComponentExtension({
    name: 'EntityQualysS3IntegrationsCard',
    component: {
      lazy: () =>
        import('../entity/s3/S3IntegrationsCard').then(
          m => m.S3IntegrationsCard,
        ),
    },
  }),
);

/**
 * The card on an entity's page: its web apps with their last scans, and the ways
 * to change them and to launch scans. It is nothing at all where the entity has
 * none.
 *
 * @public
 */
export const EntityQualysWebAppsCard = qualysPlugin.provide(
  createComponentExtension({
    name: 'EntityQualysWebAppsCard',
    component: {
      sync: whereBound('webApp', () =>
        import('../entity/webApps/WebAppsCard').then(m => m.WebAppsCard),
      ),
    },
  }),
);

/**
 * The card on an entity's page: what AWS Security Hub gets of its accounts, and
 * the ways to change it.
 *
 * @public
 */
export const EntityQualysSecurityHubCard = qualysPlugin.provide(
  createComponentExtension({
    name: 'EntityQualysSecurityHubCard',
    component: {
      lazy: () =>
        import('../entity/securityHub/SecurityHubCard').then(
          m => m.SecurityHubCard,
        ),
    },
  }),
);

/**
 * The card on the page of a group, a user or a system: the connectors that it owns.
 *
 * @public
 */
export const EntityQualysOwnedConnectorsCard = qualysPlugin.provide(
  createComponentExtension({
    name: 'EntityQualysOwnedConnectorsCard',
    component: {
      lazy: () =>
        import('../entity/owned/OwnedConnectorsCard').then(
          m => m.OwnedConnectorsCard,
        ),
    },
  }),
);

/**
 * The tab of an entity's page: all about its connectors, with their errors.
 *
 * @public
 */
export const EntityQualysContent = qualysPlugin.provide(
  createRoutableExtension({
    name: 'EntityQualysContent',
    component: () =>
      import('../entity/ConnectorsContent').then(m => m.ConnectorsContent),
    mountPoint: entityContentRouteRef,
  }),
);
