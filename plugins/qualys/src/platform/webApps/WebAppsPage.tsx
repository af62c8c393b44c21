import { lazy, Suspense, useMemo, useState } from 'react';
import {
  QUALYS_WEB_APPS_ANNOTATION,
  qualysBindingReadPermission,
  qualysWebAppCreatePermission,
} from 'backstage-plugin-qualys-common';
import { Notice } from '../../components/Notice';
import { OwnPart } from '../../components/OwnPart';
import { PagedList } from '../../components/PagedList';
import { PermissionGate } from '../../components/PermissionGate';
import { PermittedButton } from '../../components/PermittedButton';
import { useCursorPages } from '../../hooks/useCursorPages';
import { useQualysBindings } from '../../hooks/useQualysData';
import { OpeningDialog } from '../../settings/FreshDialog';
import { useQualysTranslation } from '../../translation';
import { PageHead } from '../PageHead';
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
  const list = useQualysBindings(query);
  const close = () => setCreating(false);

  return (
    <>
      <PageHead
        heading={t('webApps.platform.heading')}
        explanation={t('webApps.platform.explanation')}
      >
        <PermittedButton
          permission={qualysWebAppCreatePermission}
          variant="contained"
          color="primary"
          onClick={() => setCreating(true)}
        >
          {t('webApps.platform.create.button')}
        </PermittedButton>
      </PageHead>
      <PagedList
        query={list}
        pages={pages}
        pageSize={limit}
        onPageSizeChange={setLimit}
        loadingLabel={t('webApps.platform.loading')}
        notAllowed={t('permission.action', {
          permission: qualysBindingReadPermission.name,
        })}
        none={
          <Notice severity="info" title={t('webApps.platform.noneTitle')}>
            {t('webApps.platform.none', {
              annotation: <code>{QUALYS_WEB_APPS_ANNOTATION}</code>,
            })}
          </Notice>
        }
      >
        {({ items }, loading) => (
          <WebAppTable claims={items} loading={loading} />
        )}
      </PagedList>
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
          <CreateWebAppDialog onClose={close} onCreated={list.retry} />
        </Suspense>
      )}
    </>
  );
}
