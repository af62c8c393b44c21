import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityIconLinkBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  isQualysConnectorsAvailable,
  isQualysS3IntegrationsAvailable,
  isQualysSecurityHubAvailable,
} from 'backstage-plugin-qualys-common';
import { canAskForConnectors } from '../entity/canAskForConnectors';
import { canOwnConnectors } from '../entity/owned/ownerKind';
import { mayShow } from '../entity/summary/shownObjects';
import { whereBound } from '../entity/summary/whereBound';
import { useAskForConnectorLink } from './askForConnector';
import { icon } from './icon';
import { canBeOpenedInQualys, useOpenInQualysLink } from './openInQualys';
import { entityContentRouteRef } from './routes';

const ConnectorsWhereBound = whereBound('connector', () =>
  import('./EntityConnectorsCard').then(m => m.EntityConnectorsCard),
);

/** The connectors of an entity, where it has any. */
export const connectorsCard = EntityCardBlueprint.make({
  name: 'connectors',
  params: {
    // It cannot ask the backend: the card does, and may turn out to be nothing.
    filter: entity => mayShow('connector', entity),
    type: 'content',
    loader: async () => <ConnectorsWhereBound />,
  },
});

/** The S3 integrations that an entity names. */
export const s3IntegrationsCard = EntityCardBlueprint.make({
  name: 's3-integrations',
  params: {
    filter: isQualysS3IntegrationsAvailable,
    type: 'content',
    loader: async () => {
      const { S3IntegrationsCard } = await import(
        '../entity/s3/S3IntegrationsCard'
      );
      return <S3IntegrationsCard />;
    },
  },
});

const WebAppsWhereBound = whereBound('webApp', () =>
  import('../entity/webApps/WebAppsCard').then(m => m.WebAppsCard),
);

/** The web apps of an entity, where it has any. */
export const webAppsCard = EntityCardBlueprint.make({
  name: 'web-apps',
  params: {
    filter: entity => mayShow('webApp', entity),
    type: 'content',
    loader: async () => <WebAppsWhereBound />,
  },
});

/** What AWS Security Hub gets of the accounts that an entity names. */
export const securityHubCard = EntityCardBlueprint.make({
  name: 'security-hub',
  params: {
    filter: isQualysSecurityHubAvailable,
    type: 'content',
    loader: async () => {
      const { SecurityHubCard } = await import(
        '../entity/securityHub/SecurityHubCard'
      );
      return <SecurityHubCard />;
    },
  },
});

/** What a group, a user or a system owns. */
export const ownedConnectorsCard = EntityCardBlueprint.make({
  name: 'owned-connectors',
  params: {
    filter: canOwnConnectors,
    type: 'content',
    loader: async () => {
      const { OwnedConnectorsCard } = await import(
        '../entity/owned/OwnedConnectorsCard'
      );
      return <OwnedConnectorsCard />;
    },
  },
});

/** The way from the entity of a connector to Qualys. */
export const openInQualysLink = EntityIconLinkBlueprint.make({
  name: 'open-in-qualys',
  params: {
    filter: canBeOpenedInQualys,
    useProps: useOpenInQualysLink,
  },
});

/** The way from a service to the form that asks for a connector for it. */
export const askForConnectorLink = EntityIconLinkBlueprint.make({
  name: 'ask-for-connector',
  params: {
    filter: canAskForConnectors,
    useProps: useAskForConnectorLink,
  },
});

/** The tab with all about the connectors that an entity names. */
export const connectorsContent = EntityContentBlueprint.make({
  params: {
    path: '/qualys',
    title: 'Qualys',
    icon,
    routeRef: entityContentRouteRef,
    filter: isQualysConnectorsAvailable,
    loader: async () => {
      const { ConnectorsContent } = await import('../entity/ConnectorsContent');
      return <ConnectorsContent />;
    },
  },
});
