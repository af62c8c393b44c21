import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import type { SecurityHubIntegrationDetails } from 'backstage-plugin-qualys-common';
import { Notice } from '../components/Notice';
import { ObjectHeading } from '../components/ObjectHeading';
import { RelativeTime } from '../components/RelativeTime';
import { useLanguage } from '../hooks/useLanguage';
import { useQualysTranslation } from '../translation';
import { postingRows, regionsIn } from './rows';

export interface HubHeaderProps {
  integration: SecurityHubIntegrationDetails;
  /** The level of its heading. */
  level: 'h3' | 'h4';
}

/** What an integration is called, how much it posts, and of when that is. */
export function HubHeader(props: HubHeaderProps) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { subscription, id, name, asOf, staleBecause } = props.integration;
  const rows = postingRows(props.integration.rows);
  const regions = regionsIn(rows);
  const when = <RelativeTime value={asOf} />;
  return (
    <>
      <ObjectHeading
        name={name}
        level={props.level}
        id={t('securityHub.id', { subscription, id })}
      />
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
