import Typography from '@material-ui/core/Typography';
import type { ConnectorRequestDetails } from 'backstage-plugin-qualys-common';
import { CopyBox } from '../../components/CopyBox';
import { Disclosure } from '../../components/Disclosure';
import { Notice } from '../../components/Notice';
import { useQualysTranslation } from '../../translation';
import { roleCommands } from './awsCommands';
import { useStepsStyles } from './stepsStyles';
import { Template } from './Template';

/** What Qualys needs in an AWS account, and the ways to make it. */
export function AwsRole(props: { request: ConnectorRequestDetails }) {
  const { t } = useQualysTranslation();
  const { access, awsRole, awsRoleMissingBecause, id, settings } =
    props.request;
  return (
    <>
      <Typography variant="body2">{t('requestAccess.aws.intro')}</Typography>
      {access.externalId && (
        <>
          <Typography variant="body2">
            {t('requestAccess.aws.externalId')}
          </Typography>
          <CopyBox
            text={access.externalId}
            what={t('requestAccess.aws.externalIdName')}
          />
        </>
      )}
      {!awsRole && (
        <Notice
          severity="warning"
          title={t('requestAccess.aws.roleMissingTitle')}
        >
          {awsRoleMissingBecause ?? t('requestAccess.aws.roleMissing')}
        </Notice>
      )}
      {awsRole && (
        <>
          <Typography variant="body2">
            {t(
              awsRole.customerOwned
                ? 'requestAccess.aws.ownAccount'
                : 'requestAccess.aws.account',
            )}
          </Typography>
          <CopyBox
            text={awsRole.principalAccount}
            what={t('requestAccess.aws.accountName')}
          />
          <Typography variant="body2" gutterBottom>
            {t('requestAccess.aws.ways')}
          </Typography>
        </>
      )}
      {access.externalId && (
        <Disclosure summary={t('requestAccess.aws.template')}>
          <Typography variant="body2">
            {t('requestAccess.aws.templateText')}
          </Typography>
          <Template id={id} />
        </Disclosure>
      )}
      {awsRole && (
        <>
          <Disclosure summary={t('requestAccess.aws.cli')}>
            <Typography variant="body2">
              {t('requestAccess.aws.cliText', {
                policy: <code>SecurityAudit</code>,
              })}
            </Typography>
            <CopyBox
              text={roleCommands(
                awsRole.trustPolicy,
                settings.partition ?? 'aws',
              )}
              what={t('requestAccess.aws.commands')}
            />
          </Disclosure>
          <Disclosure summary={t('requestAccess.aws.hand')}>
            <ByHand trustPolicy={awsRole.trustPolicy} />
          </Disclosure>
        </>
      )}
      {settings.remediationEnabled && (
        <Notice severity="info" title={t('requestAccess.aws.remediationTitle')}>
          {t('requestAccess.aws.remediation')}
        </Notice>
      )}
    </>
  );
}

function ByHand(props: { trustPolicy: string }) {
  const { t } = useQualysTranslation();
  const classes = useStepsStyles();
  return (
    <ol className={classes.list}>
      <li>{t('requestAccess.aws.handCreate')}</li>
      <li>
        {t('requestAccess.aws.handTrust')}
        <CopyBox
          text={props.trustPolicy}
          what={t('requestAccess.aws.trustPolicy')}
        />
      </li>
      <li>
        {t('requestAccess.aws.handPolicy', {
          policy: <code>SecurityAudit</code>,
        })}
      </li>
      <li>{t('requestAccess.aws.handArn')}</li>
    </ol>
  );
}
