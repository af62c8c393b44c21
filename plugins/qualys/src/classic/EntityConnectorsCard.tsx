import { useRouteRef } from '@backstage/core-plugin-api';
import { ConnectorsCard } from '../entity/ConnectorsCard';
import { entityContentRouteRef } from './routes';

/** The connectors card; it links to the tab where the portal has it. */
export function EntityConnectorsCard() {
  return <ConnectorsCard tabHref={useTabHref()} />;
}

function useTabHref(): string | undefined {
  try {
    return useRouteRef(entityContentRouteRef)();
  } catch {
    // The classic system throws where the tab is not part of the portal.
    return undefined;
  }
}
