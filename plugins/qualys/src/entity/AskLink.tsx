import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { qualysRequestCreatePermission } from 'backstage-plugin-qualys-common';
import { useQualysTranslation } from '../translation';
import { canAskForConnectors } from './canAskForConnectors';

export interface AskLinkProps {
  /** The page of requests for connectors. */
  requestsHref: string;
}

/** Leads to the form that asks for a connector for the entity of the page, for those who may ask. */
export function AskLink(props: AskLinkProps) {
  const { t } = useQualysTranslation();
  const { entity } = useEntity();
  const { allowed } = usePermission({
    permission: qualysRequestCreatePermission,
  });
  if (!allowed || !canAskForConnectors(entity)) return null;
  const query = new URLSearchParams({ entity: stringifyEntityRef(entity) });
  return (
    <Link to={`${props.requestsHref}/new?${query}`}>{t('requests.ask')}</Link>
  );
}
