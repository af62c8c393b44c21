import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import QualysIcon from '@material-ui/icons/VerifiedUser';
import { isQualysAvailable } from 'backstage-plugin-qualys-common';
import { qualysApiRef, QualysClientApi } from '../api';
import { PageContent } from './PageContent';
import { entityContentRouteRef, rootRouteRef } from './routes';

const icon = <QualysIcon fontSize="inherit" />;

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: qualysApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new QualysClientApi({ fetchApi }),
    }),
});

const page = PageBlueprint.make({
  params: { path: '/qualys', title: 'Qualys', icon, routeRef: rootRouteRef },
});

const connectorsPage = SubPageBlueprint.make({
  name: 'connectors',
  params: {
    path: 'connectors',
    title: 'Connectors',
    loader: async () => {
      const { ConnectorsPage } = await import('../platform/connectors');
      return (
        <PageContent>
          <ConnectorsPage />
        </PageContent>
      );
    },
  },
});

const claimsPage = SubPageBlueprint.make({
  name: 'claims',
  params: {
    path: 'claims',
    title: 'Claims',
    loader: async () => {
      const { ClaimsPage } = await import('../platform/claims');
      return (
        <PageContent>
          <ClaimsPage />
        </PageContent>
      );
    },
  },
});

const syncsPage = SubPageBlueprint.make({
  name: 'syncs',
  params: {
    path: 'syncs',
    title: 'Syncs',
    loader: async () => {
      const { SyncsPage } = await import('../platform/syncs');
      return (
        <PageContent>
          <SyncsPage />
        </PageContent>
      );
    },
  },
});

const connectorsCard = EntityCardBlueprint.make({
  name: 'connectors',
  params: {
    filter: isQualysAvailable,
    type: 'content',
    loader: async () => {
      const { EntityConnectorsCard } = await import('./EntityConnectorsCard');
      return <EntityConnectorsCard />;
    },
  },
});

const connectorsContent = EntityContentBlueprint.make({
  params: {
    path: '/qualys',
    title: 'Qualys',
    icon,
    routeRef: entityContentRouteRef,
    filter: isQualysAvailable,
    loader: async () => {
      const { ConnectorsContent } = await import('../entity/ConnectorsContent');
      return <ConnectorsContent />;
    },
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
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  extensions: [
    api,
    page,
    connectorsPage,
    claimsPage,
    syncsPage,
    connectorsCard,
    connectorsContent,
  ],
});
