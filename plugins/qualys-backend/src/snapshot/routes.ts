import { NotAllowedError } from '@backstage/errors';
import {
  snapshotPageSchema,
  snapshotQuerySchema,
} from 'backstage-plugin-qualys-common';
import type { SubscriptionConfig } from '../config';
import { defineRoute, type CallerCredentials, type Route } from '../http';
import type { MirrorStore, RunHistory } from '../mirror';

const CATALOG = 'plugin:catalog';

// Any static token is a service too, and the permission framework lets every
// service do everything: so the one caller is named here.
function requireCatalog({ principal }: CallerCredentials): void {
  if (principal.type !== 'service' || principal.subject !== CATALOG) {
    throw new NotAllowedError('The snapshot is for the catalog alone');
  }
}

/** The route that the catalog reads the mirror by. */
export function snapshotRoutes(deps: {
  mirror: MirrorStore;
  runs: RunHistory;
  subscriptions: readonly SubscriptionConfig[];
}): Route[] {
  const { mirror, runs, subscriptions } = deps;
  return [
    defineRoute({
      method: 'get',
      path: '/snapshot',
      summary: 'All connectors at one revision of the mirror, for the catalog',
      request: { query: snapshotQuerySchema },
      response: snapshotPageSchema,
      allow: ['service'],
      async handler({ query, credentials }) {
        requireCatalog(credentials);
        const complete = await runs.lastComplete();
        const ids = subscriptions.map(({ id }) => id);
        return {
          ...(await mirror.snapshot(query)),
          subscriptions: ids.filter(id => complete.has(id)),
          pending: ids.filter(id => !complete.has(id)),
        };
      },
    }),
  ];
}
