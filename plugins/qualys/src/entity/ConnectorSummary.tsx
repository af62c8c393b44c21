import type { ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import { ProviderLabel } from '../components/ProviderLabel';
import { RelativeTime } from '../components/RelativeTime';
import { StateChip } from '../components/StateChip';
import { useQualysTranslation } from '../translation';
import { accountOf } from './accountOf';
import { KeyExpiry } from './KeyExpiry';

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
    aside: { whiteSpace: 'nowrap' },
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
  /** Its name, which may lead somewhere. */
  name: ReactNode;
  /** Where else something of it is. */
  aside?: ReactNode;
}

/** One connector on a card. */
export function ConnectorSummary(props: ConnectorSummaryProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { connector, name, aside } = props;
  return (
    <>
      <div className={classes.line}>
        <Typography variant="body1" component="div" className={classes.name}>
          {name}
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
        {aside && <span className={classes.aside}>{aside}</span>}
      </Typography>
      {connector.credentials?.expiresOn && (
        <KeyExpiry expiresOn={connector.credentials.expiresOn} onlySoon />
      )}
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
