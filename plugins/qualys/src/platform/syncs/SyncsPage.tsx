import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { qualysStatusReadPermission } from 'backstage-plugin-qualys-common';
import { Loading } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { OwnPart } from '../../components/OwnPart';
import { PermissionGate } from '../../components/PermissionGate';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useLiveStatus } from '../../hooks/useLiveStatus';
import { useQualysTranslation } from '../../translation';
import { CatalogSection } from '../catalog';
import { Subscription } from './Subscription';

/** The state of the syncs of every subscription. */
export function SyncsPage() {
  const { t } = useQualysTranslation();
  return (
    <OwnPart name="syncs-page">
      <Typography variant="h5" component="h2" gutterBottom>
        {t('syncs.heading')}
      </Typography>
      <PermissionGate permission={qualysStatusReadPermission}>
        <Syncs />
      </PermissionGate>
    </OwnPart>
  );
}

function Syncs() {
  const { t } = useQualysTranslation();
  const { value, error, retry, expecting, onStarted } = useLiveStatus();
  if (!value && !error) return <Loading label={t('syncs.loading')} />;
  return (
    <>
      {error && (
        <Box mb={2}>
          <ProblemNotice
            error={error}
            onRetry={retry}
            notAllowed={t('permission.action', {
              permission: qualysStatusReadPermission.name,
            })}
          />
        </Box>
      )}
      {value?.subscriptions.length === 0 && (
        <Notice severity="info" title={t('syncs.noneTitle')}>
          {t('syncs.none')}
        </Notice>
      )}
      {value?.subscriptions.map(subscription => (
        <Box key={subscription.subscription} mb={3}>
          <Subscription
            subscription={subscription}
            expecting={expecting}
            onStarted={onStarted}
            onOutdated={retry}
          />
        </Box>
      ))}
      {value && value.subscriptions.length > 0 && (
        <CatalogSection catalog={value.catalog} />
      )}
    </>
  );
}
