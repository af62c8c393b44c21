import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ConnectorsCard } from '../entity/ConnectorsCard';
import { entityContentRouteRef } from './routes';

/** The connectors card; it links to the tab unless the portal switched that off. */
export function EntityConnectorsCard() {
  const tab = useRouteRef(entityContentRouteRef);
  return <ConnectorsCard tabHref={tab?.()} />;
}
