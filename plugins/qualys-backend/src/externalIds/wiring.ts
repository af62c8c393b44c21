import type { SubscriptionConfig } from '../config';
import type { Route } from '../http';
import type { MirrorStore } from '../mirror';
import type { Authorizer } from '../permissions';
import type { CachedReads } from '../reads';
import { createAwsRoles, type AwsRoles } from './awsRoles';
import { createAwsBaseAccounts } from './baseAccounts';
import { createExternalIds, type ExternalIds } from './externalIds';
import { externalIdRoutes } from './routes';

/** Joins what makes external IDs, and the roles that go with them. */
export function wireExternalIds(deps: {
  authorizer: Authorizer;
  mirror: Pick<MirrorStore, 'externalIds'>;
  reads: Pick<CachedReads, 'read'>;
  subscriptions: readonly SubscriptionConfig[];
}): { awsRoles: AwsRoles; externalIds: ExternalIds; routes: Route[] } {
  const { authorizer, reads } = deps;
  const externalIds = createExternalIds(deps);
  const awsRoles = createAwsRoles({
    baseAccounts: createAwsBaseAccounts(reads),
    reads,
  });
  return {
    awsRoles,
    externalIds,
    routes: externalIdRoutes({ authorizer, awsRoles, externalIds }),
  };
}
