import { qualysRequestUpdatePermission } from 'backstage-plugin-qualys-common';
import type { ConnectorRequestDetails } from 'backstage-plugin-qualys-common';
import { Link } from '@backstage/core-components';
import { Notice } from '../../components/Notice';
import { useQualysTranslation } from '../../translation';
import { useRequestPaths } from '../paths';

/** Says why a request cannot be changed in the form, and where it is to be seen. */
export function NoDraft(props: { request: ConnectorRequestDetails }) {
  const { t } = useQualysTranslation();
  const paths = useRequestPaths();
  const { id, state } = props.request;
  return (
    <Notice
      severity="info"
      title={t(
        state === 'draft'
          ? 'requestForm.mayNotSaveTitle'
          : 'requestForm.noDraftTitle',
      )}
      action={<Link to={paths.one(id)}>{t('requestForm.toRequest')}</Link>}
    >
      {state === 'draft'
        ? t('permission.action', {
            permission: qualysRequestUpdatePermission.name,
          })
        : t('requestForm.noDraft', { state: t(`requests.state.${state}`) })}
    </Notice>
  );
}
