import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { SecurityHubIntegrationDetails } from 'backstage-plugin-qualys-common';
import { Notice } from '../components/Notice';
import { RelativeTime } from '../components/RelativeTime';
import { useLanguage } from '../hooks/useLanguage';
import { useQualysTranslation } from '../translation';
import { postingRows, regionsIn } from './rows';

const useStyles = makeStyles(
  theme => ({
    name: {
      fontWeight: theme.typography.fontWeightBold as number,
      overflowWrap: 'anywhere',
    },
    sub: { color: theme.palette.textSubtle, overflowWrap: 'anywhere' },
  }),
  { name: 'QualysHubHeader' },
);

export interface HubHeaderProps {
  integration: SecurityHubIntegrationDetails;
  /** The level of its heading. */
  level: 'h3' | 'h4';
}

/** What an integration is called, how much it posts, and of when that is. */
export function HubHeader(props: HubHeaderProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const { subscription, id, name, asOf, staleBecause } = props.integration;
  const rows = postingRows(props.integration.rows);
  const regions = regionsIn(rows);
  const when = <RelativeTime value={asOf} />;
  return (
    <>
      <Typography
        variant="body1"
        component={props.level}
        className={classes.name}
      >
        {name}
      </Typography>
      <Typography variant="body2" component="div" className={classes.sub}>
        {t('securityHub.id', { subscription, id })}
      </Typography>
      <Typography variant="body2" component="div">
        {t('securityHub.totals', {
          accounts: t('securityHub.accounts', {
            count: rows.length,
            number: rows.length.toLocaleString(locale),
          }),
          regions: t('securityHub.regions', {
            count: regions.length,
            number: regions.length.toLocaleString(locale),
          }),
        })}
        {staleBecause === undefined && (
          <>
            {' · '}
            {t('securityHub.asOf', { when })}
          </>
        )}
      </Typography>
      {staleBecause !== undefined && (
        <Box mt={1}>
          <Notice
            severity="warning"
            title={t('securityHub.staleTitle', { when })}
          >
            {staleBecause}
          </Notice>
        </Box>
      )}
    </>
  );
}
