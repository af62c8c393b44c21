import { parseEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { EntitySummary } from 'backstage-plugin-qualys-common';
import { OwnPart } from '../../components/OwnPart';
import { useQualysTranslation } from '../../translation';
import { ClaimList } from '../ClaimList';
import { ClaimNotice } from '../ClaimNotice';
import { WithEntitySummary } from '../WithEntitySummary';
import { S3IntegrationSection } from './S3IntegrationSection';

/** The S3 integrations of an entity, and the ways to change them. */
export function S3IntegrationsCard() {
  const { t } = useQualysTranslation();
  return (
    <OwnPart name="s3-integrations-card">
      <EntityInfoCard title={t('s3.title')}>
        <WithEntitySummary type="s3Integration">
          {summary => <Integrations summary={summary} />}
        </WithEntitySummary>
      </EntityInfoCard>
    </OwnPart>
  );
}

function Integrations(props: { summary: EntitySummary }) {
  const { s3Integrations, entityRef } = props.summary;
  return (
    <ClaimList claims={s3Integrations}>
      {claim =>
        claim.integration ? (
          <S3IntegrationSection
            entity={parseEntityRef(entityRef)}
            entityRef={entityRef}
            integration={claim.integration}
            oneOfSeveral={s3Integrations.length > 1}
          />
        ) : (
          <ClaimNotice type="s3Integration" claim={claim} read />
        )
      }
    </ClaimList>
  );
}
