import { useState } from 'react';
import SyncIcon from '@material-ui/icons/Sync';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { qualysSyncRunPermission } from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { toQualysApiError } from '../../api/QualysApiError';
import { PermittedButton } from '../../components/PermittedButton';
import { titleOf } from '../../components/ProblemNotice';
import { useToast } from '../../hooks/useToast';
import { useQualysTranslation } from '../../translation';
import { runningOf } from './progress';
import type { SubscriptionProps } from './Subscription';

/** Starts a sync. */
export function SyncButton(
  props: Pick<SubscriptionProps, 'subscription' | 'expecting' | 'onStarted'>,
) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toasts = useApi(toastApiRef);
  const toast = useToast();
  const [sending, setSending] = useState(false);
  // The run that was the latest when this button was used.
  const [before, setBefore] = useState<string | null>(null);
  const { subscription, title, runs } = props.subscription;
  const running = runningOf(props.subscription) !== undefined;
  const latest = runs[0]?.id ?? '';
  const starting = sending || (props.expecting && before === latest);

  const start = async () => {
    setSending(true);
    setBefore(latest);
    try {
      const { alreadyRunning } = await api.startSync(subscription);
      toast(t(alreadyRunning ? 'syncs.joined' : 'syncs.started', { title }));
      props.onStarted();
    } catch (problem) {
      setBefore(null);
      const error = toQualysApiError(problem);
      toasts.post({
        // A classic portal shows nothing but the title.
        title: `${titleOf(error, t)}: ${error.message}`,
        status: 'danger',
      });
    } finally {
      setSending(false);
    }
  };

  return (
    <PermittedButton
      permission={qualysSyncRunPermission}
      variant="outlined"
      color="primary"
      startIcon={<SyncIcon aria-hidden />}
      disabled={starting || running}
      aria-label={
        running || starting ? undefined : t('syncs.syncNowOf', { title })
      }
      onClick={start}
    >
      {t(
        (running && 'syncs.running') ||
          (starting && 'syncs.starting') ||
          'syncs.syncNow',
      )}
    </PermittedButton>
  );
}
