import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import {
  qualysSecurityHubManagePermission,
  qualysStatusReadPermission,
} from 'backstage-plugin-qualys-common';
import { Loading } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { OwnPart } from '../../components/OwnPart';
import { PermissionGate } from '../../components/PermissionGate';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useQualysStatus } from '../../hooks/useQualysData';
import { useQualysTranslation } from '../../translation';
import { SubscriptionHubs } from './SubscriptionHubs';

/** The Security Hub integrations of all subscriptions, with the accounts of all teams. */
export function SecurityHubPage() {
  const { t } = useQualysTranslation();
  return (
    <OwnPart name="security-hub-page">
      <Typography variant="h5" component="h2" gutterBottom>
        {t('hubs.heading')}
      </Typography>
      <PermissionGate permission={qualysSecurityHubManagePermission}>
        <Subscriptions />
      </PermissionGate>
    </OwnPart>
  );
}

function Subscriptions() {
  const { t } = useQualysTranslation();
  const { value, error, retry } = useQualysStatus();
  if (error && !value) {
    return (
      <ProblemNotice
        error={error}
        onRetry={retry}
        // Which subscriptions there are, the status tells.
        notAllowed={t('permission.action', {
          permission: qualysStatusReadPermission.name,
        })}
      />
    );
  }
  if (!value) return <Loading label={t('hubs.loadingStatus')} />;
  return (
    <>
      <Box mb={2} maxWidth="50rem">
        <Typography variant="body1">{t('hubs.explanation')}</Typography>
      </Box>
      {value.subscriptions.length === 0 && (
        <Notice severity="info" title={t('hubs.noSubscriptionsTitle')}>
          {t('hubs.noSubscriptions')}
        </Notice>
      )}
      {value.subscriptions.map(({ subscription, title }) => (
        <SubscriptionHubs
          key={subscription}
          subscription={subscription}
          title={title}
        />
      ))}
    </>
  );
}
