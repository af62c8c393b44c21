import { NotFoundError } from '@backstage/errors';
import {
  connectorAssetsChoicesSchema,
  qualysConnectorCreatePermission,
  requestCheckSchema,
  requestChoicesSchema,
  requestFindingsSchema,
} from 'backstage-plugin-qualys-common';
import type { SubscriptionConfig } from '../config';
import type { AssetChoices } from '../connectors';
import { defineRoute, subscriptionParamsSchema, type Route } from '../http';
import type { Authorizer } from '../permissions';
import type { SecretBox } from '../secrets';
import type { ReadGroups } from './checkSettings';
import type { RequestService } from './service';
import type { RequireWriter } from './writers';

/** The routes of the form of a request, for those who ask, those who change what was asked for, and those who decide about it. */
export function requestFormRoutes(deps: {
  authorizer: Pick<Authorizer, 'allows'>;
  box: Pick<SecretBox, 'available'>;
  choices: AssetChoices;
  readGroups: ReadGroups;
  requireWriter: RequireWriter;
  service: Pick<RequestService, 'check'>;
  subscriptions: readonly SubscriptionConfig[];
}): Route[] {
  const { authorizer, box, choices, readGroups } = deps;
  const { requireWriter, service, subscriptions } = deps;

  return [
    defineRoute({
      method: 'post',
      path: '/requests/check',
      summary:
        'What is wrong with a request that is being written, or changed by who decides about it, and what it collides with; nothing is kept',
      request: { body: requestCheckSchema },
      response: requestFindingsSchema,
      allow: ['user'],
      handler: call => service.check(call.body, call),
    }),
    defineRoute({
      method: 'get',
      path: '/requests/choices',
      summary:
        'What the form of a request can choose from, for whoever may ask for connectors, change requests or decide about them',
      response: requestChoicesSchema,
      allow: ['user'],
      async handler({ credentials }) {
        await requireWriter(credentials);
        const [owners, mayCreateDirectly] = await Promise.all([
          readGroups(credentials),
          authorizer.allows(qualysConnectorCreatePermission, credentials),
        ]);
        return {
          subscriptions: subscriptions.map(
            ({ id, title, clouds, createThrough }) => ({
              id,
              title,
              clouds: [...clouds],
              createThrough,
            }),
          ),
          owners,
          holdsKeys: box.available,
          mayCreateDirectly,
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/requests/choices/:subscription',
      summary:
        'The tags and option profiles of a subscription, for the form of a request',
      request: { params: subscriptionParamsSchema },
      response: connectorAssetsChoicesSchema,
      allow: ['user'],
      async handler({ params: { subscription }, credentials }) {
        await requireWriter(credentials);
        if (!subscriptions.some(({ id }) => id === subscription)) {
          throw new NotFoundError('The subscription is not configured');
        }
        return choices.read(subscription);
      },
    }),
  ];
}
