import type { ReactNode } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import type { qualysStatusReadPermission } from 'backstage-plugin-qualys-common';
import { useQualysTranslation } from '../translation';
import { Loading } from './Loading';
import { Notice } from './Notice';

/**
 * Shows its children to whoever has a permission, and says which one is
 * missing to everybody else. The backend decides for itself.
 */
export function PermissionGate(props: {
  permission: typeof qualysStatusReadPermission;
  /** Where whoever lacks it finds something of the kind. */
  instead?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useQualysTranslation();
  const { loading, allowed } = usePermission({ permission: props.permission });
  if (loading) return <Loading label={t('paging.loading')} />;
  if (allowed) return <>{props.children}</>;
  return (
    <Notice severity="info" title={t('permission.title')}>
      {t('permission.missing', {
        permission: <code>{props.permission.name}</code>,
      })}{' '}
      {props.instead}
    </Notice>
  );
}
