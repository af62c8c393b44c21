import { useCallback, useState } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  qualysRequestCreatePermission,
  qualysRequestUpdatePermission,
} from 'backstage-plugin-qualys-common';
import { useParams } from 'react-router-dom';
import { qualysApiRef } from '../../api/QualysApi';
import { Loading } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { PermissionGate } from '../../components/PermissionGate';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useQualysQuery } from '../../hooks/useQualysQuery';
import { useQualysTranslation } from '../../translation';
import { NoDraft } from './NoDraft';
import { RequestGuide } from './RequestGuide';

/** The page with which a connector is asked for, or a draft of that is gone on with. */
export function RequestFormPage() {
  const { t } = useQualysTranslation();
  const { id } = useParams();
  // A draft that was begun on this page is the form that is open.
  const [begun, setBegun] = useState<string>();
  const loaded = id === begun ? undefined : id;
  const page = (
    <Loaded
      key={loaded ?? 'new'}
      id={loaded}
      isNew={id === undefined}
      onBegun={setBegun}
    />
  );
  return (
    <>
      <Typography variant="h5" component="h2" gutterBottom>
        {t('requests.ask')}
      </Typography>
      <Box mb={2} maxWidth="50rem">
        <Typography variant="body1">{t('requestForm.intro')}</Typography>
      </Box>
      {loaded === undefined ? (
        <PermissionGate permission={qualysRequestCreatePermission}>
          {page}
        </PermissionGate>
      ) : (
        page
      )}
    </>
  );
}

function Loaded(props: {
  /** The id of the draft; missing where another one is begun. */
  id: string | undefined;
  isNew: boolean;
  onBegun: (id: string) => void;
}) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const { id } = props;
  const { value, error, retry } = useQualysQuery(
    useCallback(
      async (signal: AbortSignal) => {
        const [choices, request] = await Promise.all([
          api.getConnectorRequestChoices({ signal }),
          id === undefined
            ? undefined
            : api.getConnectorRequest(id, { signal }),
        ]);
        return { choices, request };
      },
      [api, id],
    ),
  );
  if (error && !value) {
    return (
      <ProblemNotice
        error={error}
        onRetry={retry}
        notAllowed={t('permission.action', {
          permission:
            id === undefined
              ? qualysRequestCreatePermission.name
              : qualysRequestUpdatePermission.name,
        })}
      />
    );
  }
  if (!value) return <Loading label={t('requestForm.loading')} rows={6} />;
  const { choices, request } = value;
  if (request && !request.may.includes('save')) {
    return <NoDraft request={request} />;
  }
  if (choices.subscriptions.length === 0) {
    return (
      <Notice severity="info" title={t('requestForm.noSubscriptionTitle')}>
        {t('requestForm.noSubscription')}
      </Notice>
    );
  }
  if (choices.owners.length === 0 && !request) {
    return (
      <Notice severity="info" title={t('requestForm.noGroupTitle')}>
        {t('requestForm.noGroup')}
      </Notice>
    );
  }
  return (
    <RequestGuide
      choices={choices}
      loaded={request}
      isNew={props.isNew}
      onBegun={props.onBegun}
    />
  );
}
