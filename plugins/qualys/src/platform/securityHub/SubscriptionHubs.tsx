import { lazy, useCallback, useState } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/frontend-plugin-api';
import { qualysSecurityHubManagePermission } from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { Loading } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { PermittedButton } from '../../components/PermittedButton';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useHeadingFocus } from '../../hooks/useHeadingFocus';
import { useQualysQuery } from '../../hooks/useQualysQuery';
import { LazyDialog } from '../../settings/LazyDialog';
import { useQualysTranslation } from '../../translation';
import { HubSection } from './HubSection';
import type { OpenedHub } from './HubDialogs';

const HubDialogs = lazy(() =>
  import('./HubDialogs').then(m => ({ default: m.HubDialogs })),
);

export interface SubscriptionHubsProps {
  /** The id of the subscription. */
  subscription: string;
  title: string;
}

/** The Security Hub integrations of a subscription. */
export function SubscriptionHubs(props: SubscriptionHubsProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const { subscription, title } = props;
  const [opened, setOpened] = useState<OpenedHub>();
  const [heading, focusHeading] = useHeadingFocus();
  const { value, error, loading, retry } = useQualysQuery(
    useCallback(
      signal => api.listSecurityHubIntegrations(subscription, { signal }),
      [api, subscription],
    ),
  );
  const close = () => setOpened(undefined);

  return (
    <Box component="section" mb={4} {...{ 'aria-label': title }}>
      <Box
        display="flex"
        flexWrap="wrap"
        alignItems="center"
        justifyContent="space-between"
        gridGap={16}
        mb={2}
      >
        <Typography variant="h6" component="h3" tabIndex={-1} ref={heading}>
          {title}
        </Typography>
        <PermittedButton
          permission={qualysSecurityHubManagePermission}
          variant="contained"
          color="primary"
          aria-label={t('hubs.createIn', { subscription: title })}
          onClick={() => setOpened({ what: 'create' })}
        >
          {t('hubs.create')}
        </PermittedButton>
      </Box>
      {error && (
        <Box mb={2}>
          <ProblemNotice
            error={error}
            onRetry={retry}
            notAllowed={t('permission.action', {
              permission: qualysSecurityHubManagePermission.name,
            })}
          />
        </Box>
      )}
      {!value && loading && (
        <Loading label={t('hubs.loading', { subscription: title })} />
      )}
      {value?.items.length === 0 && (
        <Notice severity="info" title={t('hubs.noneTitle')}>
          {t('hubs.none')}
        </Notice>
      )}
      {value?.items.map(integration => (
        <HubSection
          key={integration.id}
          integration={integration}
          onOpen={setOpened}
        />
      ))}
      {opened && (
        <LazyDialog name={t('hubs.heading')} onClose={close}>
          <HubDialogs
            opened={opened}
            subscription={subscription}
            title={title}
            onOpen={setOpened}
            onClose={close}
            onChanged={retry}
            onGone={() => {
              focusHeading();
              retry();
            }}
          />
        </LazyDialog>
      )}
    </Box>
  );
}
