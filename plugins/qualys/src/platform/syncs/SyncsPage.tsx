import { useCallback, useState } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { qualysStatusReadPermission } from 'backstage-plugin-qualys-common';
import { Loading } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { OwnPart } from '../../components/OwnPart';
import { PermissionGate } from '../../components/PermissionGate';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useQualysStatus } from '../../hooks/useQualysData';
import { useVisibleInterval } from '../../hooks/useVisibleInterval';
import { useQualysTranslation } from '../../translation';
import { Subscription } from './Subscription';

const POLL_EVERY = 5_000;
/** How long after it was asked for a run may need to appear. */
const START_WITHIN = 30_000;

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
  const { value, error, loading, retry } = useQualysStatus();
  const [expectedUntil, setExpectedUntil] = useState(0);

  const running = value?.subscriptions.some(({ runs }) =>
    runs.some(({ outcome }) => outcome === 'running'),
  );
  useVisibleInterval(
    () => {
      if (!loading) retry();
      if (Date.now() > expectedUntil) setExpectedUntil(0);
    },
    running || expectedUntil > 0 ? POLL_EVERY : null,
  );
  const onStarted = useCallback(() => {
    setExpectedUntil(Date.now() + START_WITHIN);
    retry();
  }, [retry]);

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
            expecting={expectedUntil > 0}
            onStarted={onStarted}
            onOutdated={retry}
          />
        </Box>
      ))}
    </>
  );
}
