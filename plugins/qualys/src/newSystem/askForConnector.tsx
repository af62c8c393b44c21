import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import AskIcon from '@material-ui/icons/CloudQueue';
import { qualysRequestCreatePermission } from 'backstage-plugin-qualys-common';
import { useQualysTranslation } from '../translation';
import { requestsRouteRef } from './routes';

/** The way to the form that asks for a connector for the entity of the page. */
export function useAskForConnectorLink() {
  const { t } = useQualysTranslation();
  const { entity } = useEntity();
  const requests = useRouteRef(requestsRouteRef);
  const { allowed } = usePermission({
    permission: qualysRequestCreatePermission,
  });
  const query = new URLSearchParams({ entity: stringifyEntityRef(entity) });
  return {
    icon: <AskIcon />,
    label: t('requests.askShort'),
    title: t('requests.ask'),
    disabled: !allowed || !requests,
    href: requests && `${requests()}/new?${query}`,
  };
}
