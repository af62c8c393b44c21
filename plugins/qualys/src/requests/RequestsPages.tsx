import { lazy, Suspense } from 'react';
import { Link } from '@backstage/core-components';
import { Route, Routes } from 'react-router-dom';
import { Loading } from '../components/Loading';
import { Notice } from '../components/Notice';
import { OwnPart } from '../components/OwnPart';
import { useQualysTranslation } from '../translation';
import { useRequestPaths } from './paths';

const RequestListPage = lazy(() =>
  import('./list').then(m => ({ default: m.RequestListPage })),
);
const RequestFormPage = lazy(() =>
  import('./form').then(m => ({ default: m.RequestFormPage })),
);
const RequestPage = lazy(() =>
  import('./page').then(m => ({ default: m.RequestPage })),
);

/** The pages of requests for connectors: the list, the form, and the page of each. */
export function RequestsPages() {
  const { t } = useQualysTranslation();
  return (
    <OwnPart name="requests-page">
      <Suspense fallback={<Loading label={t('paging.loading')} />}>
        <Routes>
          <Route index element={<RequestListPage />} />
          <Route path="new" element={<RequestFormPage />} />
          <Route path=":id/edit" element={<RequestFormPage />} />
          <Route path=":id" element={<RequestPage />} />
          <Route path="*" element={<NoSuchPage />} />
        </Routes>
      </Suspense>
    </OwnPart>
  );
}

function NoSuchPage() {
  const { t } = useQualysTranslation();
  const paths = useRequestPaths();
  return (
    <Notice
      severity="info"
      title={t('requestPage.notFoundTitle')}
      action={<Link to={paths.list}>{t('requestPage.back')}</Link>}
    >
      {t('requestPage.notFound')}
    </Notice>
  );
}
