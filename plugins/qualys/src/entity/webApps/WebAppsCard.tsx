import { parseEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { EntitySummary } from 'backstage-plugin-qualys-common';
import { OwnPart } from '../../components/OwnPart';
import { useQualysTranslation } from '../../translation';
import { ClaimList } from '../ClaimList';
import { ClaimNotice } from '../ClaimNotice';
import { WithEntitySummary } from '../WithEntitySummary';
import { WebAppSection } from './WebAppSection';

/** The web apps of an entity with their last scans, and the ways to change them. */
export function WebAppsCard() {
  const { t } = useQualysTranslation();
  return (
    <OwnPart name="web-apps-card">
      <EntityInfoCard title={t('webApps.title')}>
        <WithEntitySummary type="webApp">
          {summary => <WebApps summary={summary} />}
        </WithEntitySummary>
      </EntityInfoCard>
    </OwnPart>
  );
}

function WebApps(props: { summary: EntitySummary }) {
  const { webApps, entityRef } = props.summary;
  return (
    <ClaimList claims={webApps}>
      {claim =>
        claim.state === 'accepted' ? (
          <WebAppSection
            entity={parseEntityRef(entityRef)}
            entityRef={entityRef}
            claim={claim}
            oneOfSeveral={webApps.length > 1}
          />
        ) : (
          <ClaimNotice type="webApp" claim={claim} read />
        )
      }
    </ClaimList>
  );
}
