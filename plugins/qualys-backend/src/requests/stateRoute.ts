import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  requestProgressQuerySchema,
  requestProgressSchema,
} from 'backstage-plugin-qualys-common';
import { z } from 'zod';
import { defineRoute, type CallerCredentials, type Route } from '../http';
import type { MirrorStore } from '../mirror';
import type { RequestStore } from './store';

const SCAFFOLDER = 'plugin:scaffolder';

// A task may wait for longer than the token of whoever began it is good for,
// so that the scaffolder asks in its own name; any static token is a service,
// too, so that the one caller is named here.
function requireScaffolder({ principal }: CallerCredentials): void {
  if (principal.type !== 'service' || principal.subject !== SCAFFOLDER) {
    throw new NotAllowedError('This route is for the scaffolder alone');
  }
}

/** The route by which the scaffolder waits for a request. */
export function requestStateRoute(deps: {
  mirror: Pick<MirrorStore, 'get'>;
  store: Pick<RequestStore, 'get'>;
}): Route {
  const { mirror, store } = deps;
  return defineRoute({
    method: 'get',
    path: '/requests/:id/state',
    summary:
      'How far a request has come, for the scaffolder, which waits for it',
    request: {
      params: z.strictObject({ id: z.uuid('must be the id of a request') }),
      query: requestProgressQuerySchema,
    },
    response: requestProgressSchema,
    allow: ['service'],
    async handler({ params: { id }, query: { requester }, credentials }) {
      requireScaffolder(credentials);
      const record = await store.get(id);
      if (record?.requester !== requester) {
        throw new NotFoundError('There is no such request of this requester');
      }
      const { state, problem, subscription, connectorId } = record;
      const connector =
        connectorId === undefined
          ? undefined
          : await mirror.get({ subscription, id: connectorId });
      return {
        id,
        state,
        ...(problem && { problem }),
        ...(connector && { entityRef: connector.entityRef }),
      };
    },
  });
}
