import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  isPermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { qualysEntityReadPermission } from 'backstage-plugin-qualys-common';

export function showToOwners(
  { permission }: PolicyQuery,
  user?: PolicyQueryUser,
): PolicyDecision | undefined {
  if (!isPermission(permission, qualysEntityReadPermission)) return undefined;
  return createCatalogConditionalDecision(
    permission,
    catalogConditions.isEntityOwner({
      claims: user?.info.ownershipEntityRefs ?? [],
    }),
  );
}
