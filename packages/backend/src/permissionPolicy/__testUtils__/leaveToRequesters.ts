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
  qualysRequestDecidePermission,
  RESOURCE_TYPE_QUALYS_CONNECTOR_REQUEST,
} from 'backstage-plugin-qualys-common';
import {
  createQualysRequestConditionalDecision,
  qualysRequestConditions,
} from 'backstage-plugin-qualys-node';

export function leaveToRequesters(
  { permission }: PolicyQuery,
  user?: PolicyQueryUser,
): PolicyDecision | undefined {
  if (
    isPermission(permission, qualysRequestDecidePermission) ||
    !isResourcePermission(permission, RESOURCE_TYPE_QUALYS_CONNECTOR_REQUEST)
  ) {
    return undefined;
  }
  const claims = user?.info.ownershipEntityRefs ?? [];
  return createQualysRequestConditionalDecision(permission, {
    anyOf: [
      qualysRequestConditions.isRequester({ claims }),
      qualysRequestConditions.isRequestOwner({ claims }),
    ],
  });
}
