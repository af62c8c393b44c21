import { createRouteRef } from '@backstage/core-plugin-api';

/** The page for the platform team. */
export const rootRouteRef = createRouteRef({ id: 'qualys' });

/** The tab on an entity's page. */
export const entityContentRouteRef = createRouteRef({
  id: 'qualys:entity-content',
});
