import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  isPermission,
  isResourcePermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  qualysPermissions,
  RESOURCE_TYPE_CATALOG_ENTITY,
} from 'backstage-plugin-qualys-common';

export function leaveToOwners(
  { permission }: PolicyQuery,
  user?: PolicyQueryUser,
): PolicyDecision | undefined {
  const isOfQualys = qualysPermissions.some(each =>
    isPermission(permission, each),
  );
  if (
    !isOfQualys ||
    !isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)
  ) {
    return undefined;
  }
  return createCatalogConditionalDecision(
    permission,
    catalogConditions.isEntityOwner({
      claims: user?.info.ownershipEntityRefs ?? [],
    }),
  );
}
