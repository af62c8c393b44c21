import { useMemo, type ReactNode } from 'react';
import { Content } from '@backstage/core-components';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { PlatformPathsProvider } from '../platform/PlatformPaths';
import {
  claimsRouteRef,
  connectorsRouteRef,
  ownershipRouteRef,
  requestsRouteRef,
  securityHubRouteRef,
  syncsRouteRef,
} from './routes';

/** The frame of a part of the page, below the header that the new system gives it. */
export function PageContent(props: { children: ReactNode }) {
  return (
    <main>
      <Content>
        <PlatformPathsProvider value={usePlatformPaths()}>
          {props.children}
        </PlatformPathsProvider>
      </Content>
    </main>
  );
}

/** Where the parts of the page are; configuration can move them and switch them off. */
function usePlatformPaths() {
  const connectors = useRouteRef(connectorsRouteRef)?.();
  const requests = useRouteRef(requestsRouteRef)?.();
  const ownership = useRouteRef(ownershipRouteRef)?.();
  const claims = useRouteRef(claimsRouteRef)?.();
  const syncs = useRouteRef(syncsRouteRef)?.();
  const securityHub = useRouteRef(securityHubRouteRef)?.();
  return useMemo(
    () => ({ connectors, requests, ownership, claims, syncs, securityHub }),
    [connectors, requests, ownership, claims, syncs, securityHub],
  );
}
