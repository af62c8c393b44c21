import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isPermission,
  isReadPermission,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  RESOURCE_TYPE_SCAFFOLDER_TASK,
  scaffolderPermissions,
  templateDryRunPermission,
  templateManagementPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  CLOUD_CONNECTOR_RESOURCE_TYPE,
  qualysEntityReadPermission,
  qualysPermissions,
  qualysRequestCreatePermission,
  qualysRequestDecidePermission,
  RESOURCE_TYPE_CATALOG_ENTITY,
  RESOURCE_TYPE_QUALYS_CONNECTOR_REQUEST,
} from 'backstage-plugin-qualys-common';
import {
  createQualysRequestConditionalDecision,
  qualysRequestConditions,
} from 'backstage-plugin-qualys-node';

/** The groups of the catalog that the policy knows. */
export const PLATFORM_TEAM = 'group:default/platform';
export const AUDITORS = 'group:default/auditors';
export const GUESTS = 'group:default/guests';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

const isQualys = (permission: Permission) =>
  qualysPermissions.some(known => isPermission(permission, known));

const isScaffolder = (permission: Permission) =>
  scaffolderPermissions.some(known => isPermission(permission, known));

// Whoever runs a template sees what comes of it, and of nobody else's; templates
// themselves are the platform team's.
function ofScaffolder(
  permission: Permission,
  groups: string[],
): PolicyDecision {
  if (isResourcePermission(permission, RESOURCE_TYPE_SCAFFOLDER_TASK)) {
    return createScaffolderTaskConditionalDecision(
      permission,
      scaffolderTaskConditions.isTaskOwner({ createdBy: groups }),
    );
  }
  if (isReadPermission(permission)) return ALLOW;
  const isOfAuthors = [
    templateDryRunPermission,
    templateManagementPermission,
  ].some(each => isPermission(permission, each));
  return groups.includes(GUESTS) || isOfAuthors ? DENY : ALLOW;
}

// What is asked for is seen and looked after by whoever asks, and by the team
// that shall own it; the platform team decides.
function ofRequests(permission: Permission, groups: string[]): PolicyDecision {
  if (
    groups.includes(GUESTS) ||
    isPermission(permission, qualysRequestDecidePermission)
  ) {
    return DENY;
  }
  if (isPermission(permission, qualysRequestCreatePermission)) return ALLOW;
  if (!isResourcePermission(permission, RESOURCE_TYPE_QUALYS_CONNECTOR_REQUEST))
    return DENY;
  return createQualysRequestConditionalDecision(permission, {
    anyOf: [
      qualysRequestConditions.isRequester({ claims: groups }),
      qualysRequestConditions.isRequestOwner({ claims: groups }),
    ],
  });
}

function ofQualys(permission: Permission, groups: string[]): PolicyDecision {
  if (!isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)) {
    return ofRequests(permission, groups);
  }
  const owned = catalogConditions.isEntityOwner({ claims: groups });
  if (isPermission(permission, qualysEntityReadPermission)) {
    return createCatalogConditionalDecision(permission, {
      anyOf: [
        owned,
        {
          not: catalogConditions.hasSpec({
            key: 'type',
            value: CLOUD_CONNECTOR_RESOURCE_TYPE,
          }),
        },
      ],
    });
  }
  return groups.includes(GUESTS)
    ? DENY
    : createCatalogConditionalDecision(permission, owned);
}

/**
 * Who may do what in the demo. A portal can begin with a copy of it.
 *
 * - The platform team may do everything.
 * - Auditors may read everything and change nothing.
 * - Members of a team see what is bound to any service. A connector's own
 *   entity shows its connector to the team that owns it: whoever sees all of
 *   them sees the whole list, one by one.
 * - They change the settings of what their own services are bound to, and ask
 *   for connectors, about which the platform team decides; they run templates,
 *   and see their own runs.
 * - Guests read the catalog and what is bound to its services, and nothing else.
 * - Nobody who is not signed in may do anything.
 */
export class DemoPermissionPolicy implements PermissionPolicy {
  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const { permission } = request;
    const groups = user?.info.ownershipEntityRefs ?? [];
    if (!user) return DENY;
    if (groups.includes(PLATFORM_TEAM)) return ALLOW;
    if (groups.includes(AUDITORS)) {
      return isReadPermission(permission) ? ALLOW : DENY;
    }
    if (isQualys(permission)) return ofQualys(permission, groups);
    if (isScaffolder(permission)) return ofScaffolder(permission, groups);
    if (groups.includes(GUESTS)) {
      return isReadPermission(permission) ? ALLOW : DENY;
    }
    // What changes the catalog itself is the platform team's.
    return permission.name.startsWith('catalog.') &&
      !isReadPermission(permission)
      ? DENY
      : ALLOW;
  }
}
