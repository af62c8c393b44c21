import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page for the platform team. */
export const rootRouteRef = createRouteRef();

/** Its part with all connectors. */
export const connectorsRouteRef = createRouteRef();

/** Its part with the requests for connectors. */
export const requestsRouteRef = createRouteRef();

/** Its part with the ownership rules. */
export const ownershipRouteRef = createRouteRef();

/** Its part with the claims. */
export const claimsRouteRef = createRouteRef();

/** Its part with the syncs. */
export const syncsRouteRef = createRouteRef();

/** Its part with the Security Hub integrations. */
export const securityHubRouteRef = createRouteRef();

/** The tab on an entity's page. */
export const entityContentRouteRef = createRouteRef();
