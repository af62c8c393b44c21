import type { ComponentType } from 'react';
import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { qualysApiRef, QualysClientApi } from '../api';
import {
  askForConnectorLink,
  connectorsCard,
  connectorsContent,
  openInQualysLink,
  ownedConnectorsCard,
  s3IntegrationsCard,
  securityHubCard,
  webAppsCard,
} from './entityExtensions';
import { icon } from './icon';
import { PageContent } from './PageContent';
import {
  claimsRouteRef,
  connectorsRouteRef,
  entityContentRouteRef,
  ownershipRouteRef,
  requestsRouteRef,
  rootRouteRef,
  securityHubRouteRef,
  syncsRouteRef,
} from './routes';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: qualysApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new QualysClientApi({ fetchApi }),
    }),
});

/** Loads a part of the page, and puts it into the frame that all parts have. */
function pageLoader(load: () => Promise<ComponentType>) {
  return async () => {
    const Part = await load();
    return (
      <PageContent>
        <Part />
      </PageContent>
    );
  };
}

const page = PageBlueprint.make({
  params: { path: '/qualys', title: 'Qualys', icon, routeRef: rootRouteRef },
});

const overviewPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: 'Overview',
    loader: pageLoader(async () => {
      const { OverviewPage } = await import('../platform/overview');
      return OverviewPage;
    }),
  },
});

const connectorsPage = SubPageBlueprint.make({
  name: 'connectors',
  params: {
    path: 'connectors',
    title: 'Connectors',
    routeRef: connectorsRouteRef,
    loader: pageLoader(async () => {
      const { ConnectorsPage } = await import('../platform/connectors');
      return ConnectorsPage;
    }),
  },
});

const requestsPage = SubPageBlueprint.make({
  name: 'requests',
  params: {
    path: 'requests',
    title: 'Requests',
    routeRef: requestsRouteRef,
    loader: pageLoader(async () => {
      const { RequestsPages } = await import('../requests/RequestsPages');
      return RequestsPages;
    }),
  },
});

const ownershipPage = SubPageBlueprint.make({
  name: 'ownership',
  params: {
    path: 'ownership',
    title: 'Ownership',
    routeRef: ownershipRouteRef,
    loader: pageLoader(async () => {
      const { OwnershipPage } = await import('../platform/ownership');
      return OwnershipPage;
    }),
  },
});

const webAppsPage = SubPageBlueprint.make({
  name: 'web-apps',
  params: {
    path: 'web-apps',
    title: 'Web applications',
    loader: pageLoader(async () => {
      const { WebAppsPage } = await import('../platform/webApps');
      return WebAppsPage;
    }),
  },
});

const claimsPage = SubPageBlueprint.make({
  name: 'claims',
  params: {
    path: 'claims',
    title: 'Claims',
    routeRef: claimsRouteRef,
    loader: pageLoader(async () => {
      const { ClaimsPage } = await import('../platform/claims');
      return ClaimsPage;
    }),
  },
});

const syncsPage = SubPageBlueprint.make({
  name: 'syncs',
  params: {
    path: 'syncs',
    title: 'Syncs',
    routeRef: syncsRouteRef,
    loader: pageLoader(async () => {
      const { SyncsPage } = await import('../platform/syncs');
      return SyncsPage;
    }),
  },
});

const historyPage = SubPageBlueprint.make({
  name: 'history',
  params: {
    path: 'history',
    title: 'History',
    loader: pageLoader(async () => {
      const { HistoryPage } = await import('../platform/history');
      return HistoryPage;
    }),
  },
});

const securityHubPage = SubPageBlueprint.make({
  name: 'security-hub',
  params: {
    path: 'security-hub',
    title: 'Security Hub',
    routeRef: securityHubRouteRef,
    loader: pageLoader(async () => {
      const { SecurityHubPage } = await import('../platform/securityHub');
      return SecurityHubPage;
    }),
  },
});

/**
 * Qualys in a portal on the new frontend system.
 *
 * @public
 */
export const qualysFrontendPlugin = createFrontendPlugin({
  pluginId: 'qualys',
  title: 'Qualys',
  icon,
  info: { packageJson: () => import('../../package.json') },
  routes: {
    root: rootRouteRef,
    connectors: connectorsRouteRef,
    requests: requestsRouteRef,
    securityHub: securityHubRouteRef,
    ownership: ownershipRouteRef,
    claims: claimsRouteRef,
    syncs: syncsRouteRef,
    entityContent: entityContentRouteRef,
  },
  extensions: [
    api,
    page,
    overviewPage,
    connectorsPage,
    requestsPage,
    securityHubPage,
    ownershipPage,
    webAppsPage,
    claimsPage,
    syncsPage,
    historyPage,
    connectorsCard,
    s3IntegrationsCard,
    webAppsCard,
    securityHubCard,
    ownedConnectorsCard,
    openInQualysLink,
    askForConnectorLink,
    connectorsContent,
  ],
});
