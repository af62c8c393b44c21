import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { EntitySummary } from 'backstage-plugin-qualys-common';
import { OwnPart } from '../../components/OwnPart';
import { useQualysTranslation } from '../../translation';
import { ClaimNotice } from '../ClaimNotice';
import { WithEntitySummary } from '../WithEntitySummary';
import { S3IntegrationSection } from './S3IntegrationSection';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1.5, 0),
      '&:not(:first-child)': {
        borderTop: `1px solid ${theme.palette.divider}`,
      },
      '&:first-child': { paddingTop: 0 },
    },
  }),
  { name: 'QualysS3IntegrationsCard' },
);

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
  const classes = useStyles();
  const { s3Integrations, entityRef } = props.summary;
  return (
    <ul className={classes.list}>
      {s3Integrations.map(claim => (
        <li
          key={`${claim.subscription}/${claim.objectId}`}
          className={classes.item}
        >
          {claim.integration ? (
            <S3IntegrationSection
              entity={parseEntityRef(entityRef)}
              entityRef={entityRef}
              integration={claim.integration}
              oneOfSeveral={s3Integrations.length > 1}
            />
          ) : (
            <ClaimNotice type="s3Integration" claim={claim} read />
          )}
        </li>
      ))}
    </ul>
  );
}
