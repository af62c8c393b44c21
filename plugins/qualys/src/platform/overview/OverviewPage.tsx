import { useCallback, useEffect, useRef } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  qualysStatusReadPermission,
  type Status,
} from 'backstage-plugin-qualys-common';
import { Loading } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { OwnPart } from '../../components/OwnPart';
import { PermissionGate } from '../../components/PermissionGate';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useLiveStatus } from '../../hooks/useLiveStatus';
import { useOptionalOwnership } from '../../hooks/useOptionalOwnership';
import { useQualysCallHistory } from '../../hooks/useQualysData';
import { useVisibleInterval } from '../../hooks/useVisibleInterval';
import { useWaitingRequests } from '../../requests/useRequestData';
import { useQualysTranslation } from '../../translation';
import { Elsewhere } from '../Elsewhere';
import { CatalogSection } from '../catalog';
import { CallsSection } from './calls';
import { Needs } from './Needs';
import { SubscriptionCard, TogetherCard } from './SubscriptionCard';

const LAST_DAY = { hours: 24 };
/** How often the calls are read again, besides after each sync (in milliseconds). */
const CALLS_EVERY = 60_000;

const useStyles = makeStyles(
  theme => ({ parts: { display: 'grid', gap: theme.spacing(3) } }),
  { name: 'QualysOverview' },
);

/** All of Qualys at a glance: what there is, how old it is, what needs somebody and what it costs. */
export function OverviewPage() {
  const { t } = useQualysTranslation();
  return (
    <OwnPart name="overview-page">
      <Typography variant="h5" component="h2" gutterBottom>
        {t('overview.heading')}
      </Typography>
      <PermissionGate
        permission={qualysStatusReadPermission}
        instead={<Elsewhere />}
      >
        <Overview />
      </PermissionGate>
    </OwnPart>
  );
}

function Overview() {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { value: status, error, retry } = useLiveStatus();
  const ownership = useOptionalOwnership();
  const waiting = useWaitingRequests();
  const { retry: readOwnership } = ownership;
  const calls = useQualysCallHistory(LAST_DAY);
  const { loading: readingCalls, retry: readCalls } = calls;
  useVisibleInterval(() => {
    if (!readingCalls) readCalls();
  }, CALLS_EVERY);
  useAfterEachSync(
    status,
    useCallback(() => {
      readOwnership();
      readCalls();
    }, [readOwnership, readCalls]),
  );

  if (!status && !error) {
    return <Loading label={t('overview.loading')} rows={10} />;
  }
  const subscriptions = status?.subscriptions ?? [];
  return (
    <div className={classes.parts}>
      {error && (
        <ProblemNotice
          error={error}
          onRetry={retry}
          notAllowed={t('permission.action', {
            permission: qualysStatusReadPermission.name,
          })}
        />
      )}
      {status && subscriptions.length === 0 && (
        <Notice severity="info" title={t('syncs.noneTitle')}>
          {t('syncs.none')}
        </Notice>
      )}
      {status && subscriptions.length > 0 && (
        <>
          <Needs status={status} ownership={ownership} waiting={waiting} />
          {subscriptions.length > 1 && (
            <TogetherCard subscriptions={subscriptions} />
          )}
          {subscriptions.map(subscription => (
            <SubscriptionCard
              key={subscription.subscription}
              subscription={subscription}
            />
          ))}
          <CallsSection subscriptions={subscriptions} calls={calls} />
          <CatalogSection catalog={status.catalog} />
        </>
      )}
    </div>
  );
}

/** Calls back whenever a sync has ended since the status was read before. */
function useAfterEachSync(status: Status | undefined, onEnded: () => void) {
  const before = useRef<string>();
  const ended = status?.subscriptions
    .map(({ runs }) => runs.find(({ outcome }) => outcome !== 'running')?.id)
    .join(' ');
  useEffect(() => {
    if (ended === undefined) return;
    if (before.current !== undefined && before.current !== ended) onEnded();
    before.current = ended;
  }, [ended, onEnded]);
}
