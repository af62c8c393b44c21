import { useRouteRef, type RouteRef } from '@backstage/core-plugin-api';
import { ConnectorsCard } from '../entity/ConnectorsCard';
import { entityContentRouteRef, rootRouteRef } from './routes';

/** The connectors card; it links to the tab and to requests where the portal has them. */
export function EntityConnectorsCard() {
  const page = useHref(rootRouteRef);
  return (
    <ConnectorsCard
      tabHref={useHref(entityContentRouteRef)}
      requestsHref={page && `${page}/requests`}
    />
  );
}

function useHref(routeRef: RouteRef<undefined>): string | undefined {
  try {
    return useRouteRef(routeRef)();
  } catch {
    // The classic system throws where the part is not one of the portal.
    return undefined;
  }
}
