import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ConnectorsCard } from '../entity/ConnectorsCard';
import { entityContentRouteRef, requestsRouteRef } from './routes';

/** The connectors card; it links to the tab and to requests unless the portal switched them off. */
export function EntityConnectorsCard() {
  const tab = useRouteRef(entityContentRouteRef);
  const requests = useRouteRef(requestsRouteRef);
  return <ConnectorsCard tabHref={tab?.()} requestsHref={requests?.()} />;
}
