import {
  callHistoryQuerySchema,
  callHistorySchema,
  qualysStatusReadPermission,
} from 'backstage-plugin-qualys-common';
import { defineRoute, type Route } from '../http';
import type { Authorizer } from '../permissions';
import type { CallCounter } from './counter';
import type { CallStore } from './store';

/** The route that tells how many calls were made over time. */
export function callRoutes(deps: {
  authorizer: Authorizer;
  counter: CallCounter;
  store: CallStore;
}): Route[] {
  const { authorizer, counter, store } = deps;
  return [
    defineRoute({
      method: 'get',
      path: '/calls',
      summary: 'The calls to Qualys over time, of all backends together',
      request: { query: callHistoryQuerySchema },
      response: callHistorySchema,
      allow: ['user', 'service'],
      async handler({ query, credentials }) {
        await authorizer.require(qualysStatusReadPermission, credentials);
        await counter.flush();
        return store.read(query);
      },
    }),
  ];
}
