import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import { ProviderLabel } from '../components/ProviderLabel';
import { RelativeTime } from '../components/RelativeTime';
import { StateChip } from '../components/StateChip';
import { useQualysTranslation } from '../translation';
import { accountOf } from './accountOf';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: theme.spacing(2),
      rowGap: theme.spacing(0.5),
    },
    name: {
      flexGrow: 1,
      fontWeight: theme.typography.fontWeightBold as number,
      overflowWrap: 'anywhere',
    },
    facts: {
      display: 'flex',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      columnGap: theme.spacing(2),
    },
    account: { overflowWrap: 'anywhere' },
    link: { whiteSpace: 'nowrap' },
    error: {
      display: 'flex',
      gap: theme.spacing(0.5),
      overflowWrap: 'anywhere',
    },
    errorIcon: { color: theme.palette.status.error },
  }),
  { name: 'QualysConnectorSummary' },
);

export interface ConnectorSummaryProps {
  connector: MirroredConnector;
  /** The entity that the page is about. */
  entityRef: string;
  /** All about the connector, where the portal has the tab. */
  detailsHref?: string;
}

/** One connector on the card. */
export function ConnectorSummary(props: ConnectorSummaryProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { connector, detailsHref } = props;
  return (
    <>
      <div className={classes.line}>
        <Typography variant="body1" component="div" className={classes.name}>
          {detailsHref ? (
            <Link to={detailsHref}>{connector.name}</Link>
          ) : (
            connector.name
          )}
        </Typography>
        <StateChip
          state={connector.state}
          reportedState={connector.reportedState}
        />
      </div>
      <Typography variant="body2" component="div" className={classes.facts}>
        <div className={classes.line}>
          <ProviderLabel provider={connector.provider} />
          <span className={classes.account}>{accountOf(connector)}</span>
          <span>
            {connector.lastSyncedOn
              ? t('card.lastSync', {
                  when: <RelativeTime value={connector.lastSyncedOn} />,
                })
              : t('card.neverSynced')}
          </span>
        </div>
        {connector.entityRef !== props.entityRef && (
          <EntityRefLink
            entityRef={connector.entityRef}
            className={classes.link}
            aria-label={t('card.catalogEntityOf', { name: connector.name })}
          >
            {t('card.catalogEntity')}
          </EntityRefLink>
        )}
      </Typography>
      {connector.state === 'error' && (
        <Box mt={0.5}>
          <Typography variant="body2" className={classes.error}>
            <ErrorIcon
              fontSize="small"
              className={classes.errorIcon}
              aria-hidden
            />
            {connector.error
              ? t('errors.reported', { error: connector.error })
              : t('connectorStateMeaning.error')}
          </Typography>
        </Box>
      )}
    </>
  );
}
