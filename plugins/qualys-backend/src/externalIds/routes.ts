import {
  externalIdQuerySchema,
  newExternalIdSchema,
  qualysRequestCreatePermission,
} from 'backstage-plugin-qualys-common';
import { awsTrustPolicy } from 'qualys-model';
import { defineRoute, type Route } from '../http';
import type { Authorizer } from '../permissions';
import type { AwsBaseAccountReader } from './baseAccounts';
import type { ExternalIds } from './externalIds';

/** The route that makes external IDs for those who ask for connectors. */
export function externalIdRoutes(deps: {
  authorizer: Authorizer;
  baseAccounts: AwsBaseAccountReader;
  externalIds: ExternalIds;
}): Route[] {
  const { authorizer, baseAccounts, externalIds } = deps;
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
        const principal = await baseAccounts.read(subscription, partition);
        const externalId = await externalIds.make(subscription);
        const policy = awsTrustPolicy({ ...principal, partition, externalId });
        return {
          ...principal,
          externalId,
          trustPolicy: JSON.stringify(policy, null, 2),
        };
      },
    }),
  ];
}
