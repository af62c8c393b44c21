import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { EntitySummary } from 'backstage-plugin-qualys-common';
import { OwnPart } from '../../components/OwnPart';
import { useQualysTranslation } from '../../translation';
import { ClaimNotice } from '../ClaimNotice';
import { WithEntitySummary } from '../WithEntitySummary';
import { WebAppSection } from './WebAppSection';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(2, 0),
      '&:not(:first-child)': {
        borderTop: `1px solid ${theme.palette.divider}`,
      },
      '&:first-child': { paddingTop: 0 },
    },
  }),
  { name: 'QualysWebAppsCard' },
);

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
  const classes = useStyles();
  const { webApps, entityRef } = props.summary;
  return (
    <ul className={classes.list}>
      {webApps.map(claim => (
        <li
          key={`${claim.subscription}/${claim.objectId}`}
          className={classes.item}
        >
          {claim.state === 'accepted' ? (
            <WebAppSection
              entity={parseEntityRef(entityRef)}
              entityRef={entityRef}
              claim={claim}
              oneOfSeveral={webApps.length > 1}
            />
          ) : (
            <ClaimNotice type="webApp" claim={claim} read />
          )}
        </li>
      ))}
    </ul>
  );
}
