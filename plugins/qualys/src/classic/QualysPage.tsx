import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { ConnectorsPage } from '../platform/connectors';
import { ClaimsPage } from '../platform/claims';
import { SyncsPage } from '../platform/syncs';
import { useQualysTranslation } from '../translation';

/** The platform page in the frame of a classic portal. */
export function QualysPage() {
  const { t } = useQualysTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} />
      <TabbedLayout>
        <TabbedLayout.Route path="/connectors" title={t('page.connectors')}>
          <ConnectorsPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/claims" title={t('page.claims')}>
          <ClaimsPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/syncs" title={t('page.syncs')}>
          <SyncsPage />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
