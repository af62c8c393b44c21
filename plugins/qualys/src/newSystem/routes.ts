import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page for the platform team. */
export const rootRouteRef = createRouteRef();

/** The tab on an entity's page. */
export const entityContentRouteRef = createRouteRef();
