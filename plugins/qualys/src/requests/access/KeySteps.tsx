import Typography from '@material-ui/core/Typography';
import type { ConnectorRequestDetails } from 'backstage-plugin-qualys-common';
import { useQualysTranslation } from '../../translation';
import { ApplicationSteps } from './ApplicationSteps';
import { useStepsStyles } from './stepsStyles';

/**
 * What is done in Azure or in Google Cloud so that Qualys can sign in.
 *
 * Source: Qualys Connectors, "Create Azure Connector" and "Create GCP
 * Connector", which have the last word.
 */
export function KeySteps(props: { request: ConnectorRequestDetails }) {
  const { t } = useQualysTranslation();
  const classes = useStepsStyles();
  const { provider, settings } = props.request;
  const account = <code>{settings.account}</code>;
  return (
    <>
      {provider === 'AZURE' ? (
        <ol className={classes.list}>
          <li>
            {t('requestAccess.azure.register', {
              application: <code>{settings.applicationId}</code>,
              directory: <code>{settings.directoryId}</code>,
            })}
            <ApplicationSteps />
          </li>
          <li>{t('requestAccess.azure.secret')}</li>
          <li>
            {t('requestAccess.azure.reader', {
              role: <strong>Reader</strong>,
              account,
            })}
          </li>
          <li>{t('requestAccess.azure.give')}</li>
        </ol>
      ) : (
        <ol className={classes.list}>
          <li>{t('requestAccess.gcp.apis', { account })}</li>
          <li>{t('requestAccess.gcp.serviceAccount', { account })}</li>
          <li>
            {t('requestAccess.gcp.roles', {
              viewer: <strong>Viewer</strong>,
              reviewer: <strong>Security Reviewer</strong>,
            })}
          </li>
          <li>{t('requestAccess.gcp.key')}</li>
        </ol>
      )}
      {settings.remediationEnabled && (
        <Typography variant="body2" paragraph>
          {t('requestAccess.remediation')}
        </Typography>
      )}
      <Typography variant="body2" paragraph>
        {t('requestAccess.lastWord')}
      </Typography>
    </>
  );
}
