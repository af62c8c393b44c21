import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import { qualysPermissions } from 'backstage-plugin-qualys-common';
import {
  qualysRequestResourceRef,
  qualysRequestRules,
  type RequestResource,
} from 'backstage-plugin-qualys-node';

const { resourceType } = qualysRequestResourceRef;

/** Makes the permissions of the plugin known, and the rules for requests for connectors. */
export function registerPermissions(deps: {
  permissionsRegistry: PermissionsRegistryService;
  /** Reads what rules go by, in the order of the ids; undefined where there is no such request. */
  readRequests: (ids: string[]) => Promise<(RequestResource | undefined)[]>;
}): void {
  const { permissionsRegistry, readRequests } = deps;
  permissionsRegistry.addResourceType({
    resourceRef: qualysRequestResourceRef,
    permissions: qualysPermissions.filter(permission =>
      isResourcePermission(permission, resourceType),
    ),
    rules: Object.values(qualysRequestRules),
    getResources: readRequests,
  });
  permissionsRegistry.addPermissions(
    qualysPermissions.filter(
      permission => !isResourcePermission(permission, resourceType),
    ),
  );
}
