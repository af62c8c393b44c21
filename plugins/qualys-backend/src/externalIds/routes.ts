import {
  externalIdQuerySchema,
  newExternalIdSchema,
  qualysRequestCreatePermission,
} from 'backstage-plugin-qualys-common';
import { defineRoute, type Route } from '../http';
import type { Authorizer } from '../permissions';
import type { AwsRoles } from './awsRoles';
import type { ExternalIds } from './externalIds';

/** The route that makes external IDs for those who ask for connectors. */
export function externalIdRoutes(deps: {
  authorizer: Authorizer;
  awsRoles: AwsRoles;
  externalIds: ExternalIds;
}): Route[] {
  const { authorizer, awsRoles, externalIds } = deps;
  return [
    defineRoute({
      method: 'get',
      path: '/external-id',
      summary:
        'A new external ID, with the trust policy of the role that Qualys assumes with it',
      request: { query: externalIdQuerySchema },
      response: newExternalIdSchema,
      allow: ['user'],
      async handler({ query: { subscription, partition }, credentials }) {
        await authorizer.require(qualysRequestCreatePermission, credentials);
        const externalId = await externalIds.make(subscription);
        return {
          externalId,
          ...(await awsRoles.read(subscription, partition, externalId)),
        };
      },
    }),
  ];
}
