import { useMemo } from 'react';
import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ClaimsPage } from '../platform/claims';
import { ConnectorsPage } from '../platform/connectors';
import { HistoryPage } from '../platform/history';
import { OverviewPage } from '../platform/overview';
import { OwnershipPage } from '../platform/ownership';
import { PlatformPathsProvider } from '../platform/PlatformPaths';
import { SecurityHubPage } from '../platform/securityHub';
import { SyncsPage } from '../platform/syncs';
import { WebAppsPage } from '../platform/webApps';
import { RequestsPages } from '../requests/RequestsPages';
import { useQualysTranslation } from '../translation';
import { rootRouteRef } from './routes';

/** The platform page in the frame of a classic portal. */
export function QualysPage() {
  const { t } = useQualysTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} />
      <PlatformPathsProvider value={usePlatformPaths()}>
        <TabbedLayout>
          <TabbedLayout.Route path="/overview" title={t('page.overview')}>
            <OverviewPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/connectors" title={t('page.connectors')}>
            <ConnectorsPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/requests" title={t('page.requests')}>
            <RequestsPages />
          </TabbedLayout.Route>
          <TabbedLayout.Route
            path="/security-hub"
            title={t('page.securityHub')}
          >
            <SecurityHubPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/ownership" title={t('page.ownership')}>
            <OwnershipPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/web-apps" title={t('page.webApps')}>
            <WebAppsPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/claims" title={t('page.claims')}>
            <ClaimsPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/syncs" title={t('page.syncs')}>
            <SyncsPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/history" title={t('page.history')}>
            <HistoryPage />
          </TabbedLayout.Route>
        </TabbedLayout>
      </PlatformPathsProvider>
    </Page>
  );
}

function usePlatformPaths() {
  const root = useRouteRef(rootRouteRef)();
  return useMemo(
    () => ({
      connectors: `${root}/connectors`,
      requests: `${root}/requests`,
      ownership: `${root}/ownership`,
      claims: `${root}/claims`,
      syncs: `${root}/syncs`,
      securityHub: `${root}/security-hub`,
    }),
    [root],
  );
}
