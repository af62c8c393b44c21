import { lazy, Suspense, useMemo, useState } from 'react';
import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import {
  QUALYS_WEB_APPS_ANNOTATION,
  qualysBindingReadPermission,
  qualysWebAppCreatePermission,
} from 'backstage-plugin-qualys-common';
import { Loading } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { OwnPart } from '../../components/OwnPart';
import { Paging } from '../../components/Paging';
import { PermissionGate } from '../../components/PermissionGate';
import { PermittedButton } from '../../components/PermittedButton';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useCursorPages } from '../../hooks/useCursorPages';
import { useQualysBindings } from '../../hooks/useQualysData';
import { OpeningDialog } from '../../settings/FreshDialog';
import { useQualysTranslation } from '../../translation';
import { WebAppTable } from './WebAppTable';

const CreateWebAppDialog = lazy(() =>
  import('./CreateWebAppDialog').then(m => ({ default: m.CreateWebAppDialog })),
);

/** The web apps that entities name, and the way to create one. */
export function WebAppsPage() {
  return (
    <OwnPart name="web-apps-page">
      <PermissionGate permission={qualysBindingReadPermission}>
        <WebApps />
      </PermissionGate>
    </OwnPart>
  );
}

function WebApps() {
  const { t } = useQualysTranslation();
  const [limit, setLimit] = useState(50);
  const [creating, setCreating] = useState(false);
  const pages = useCursorPages(String(limit));
  const query = useMemo(
    () => ({ type: 'webApp' as const, limit, cursor: pages.cursor }),
    [limit, pages.cursor],
  );
  const { value: list, error, loading, retry } = useQualysBindings(query);
  const close = () => setCreating(false);

  return (
    <>
      <Box
        display="flex"
        flexWrap="wrap"
        alignItems="center"
        justifyContent="space-between"
        gridGap={16}
        mb={2}
      >
        <Typography variant="h5" component="h2">
          {t('webApps.platform.heading')}
        </Typography>
        <PermittedButton
          permission={qualysWebAppCreatePermission}
          variant="contained"
          color="primary"
          onClick={() => setCreating(true)}
        >
          {t('webApps.platform.create.button')}
        </PermittedButton>
      </Box>
      <Box mb={2} maxWidth="50rem">
        <Typography variant="body1">
          {t('webApps.platform.explanation')}
        </Typography>
      </Box>
      {error && (
        <ProblemNotice
          error={error}
          onRetry={error.code === 'invalid' ? pages.first : retry}
          notAllowed={t('permission.action', {
            permission: qualysBindingReadPermission.name,
          })}
        />
      )}
      {!error && !list && <Loading label={t('webApps.platform.loading')} />}
      {!error && list?.items.length === 0 && !loading && (
        <Notice severity="info" title={t('webApps.platform.noneTitle')}>
          {t('webApps.platform.none', {
            annotation: <code>{QUALYS_WEB_APPS_ANNOTATION}</code>,
          })}
        </Notice>
      )}
      {!error && list && list.items.length > 0 && (
        <Paper>
          <WebAppTable claims={list.items} loading={loading} />
          <Paging
            pages={pages}
            rows={list.items.length}
            pageSize={limit}
            totalItems={list.totalItems}
            nextCursor={list.nextCursor}
            loading={loading}
            onPageSizeChange={setLimit}
          />
        </Paper>
      )}
      {creating && (
        <Suspense
          fallback={
            <OpeningDialog
              id="qualys-create-web-app"
              title={t('webApps.platform.create.title')}
              onClose={close}
            />
          }
        >
          <CreateWebAppDialog onClose={close} onCreated={retry} />
        </Suspense>
      )}
    </>
  );
}
