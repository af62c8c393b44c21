import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/** Asks whether a caller may do something. */
export interface Authorizer {
  /**
   * @throws NotAllowedError naming the permission that is missing
   */
  require(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void>;

  /**
   * The same for a permission that is decided for one entity.
   *
   * @throws NotAllowedError naming the permission that is missing
   */
  requireOn(
    permission: ResourcePermission<'catalog-entity'>,
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void>;

  /** Those of the entities that the caller has a permission on, in one question. */
  allowedOn(
    permission: ResourcePermission<'catalog-entity'>,
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>>;

  /** Whether the caller has a permission, for answers that say more to those who do. */
  allows(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean>;
}

function refuse(permission: { name: string }): never {
  throw new NotAllowedError(`You need the permission ${permission.name}`);
}

/** The one place in which the plugin asks for permissions. */
export function createAuthorizer(permissions: PermissionsService): Authorizer {
  const allows: Authorizer['allows'] = async (permission, credentials) => {
    const [decision] = await permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  };

  const allowedOn: Authorizer['allowedOn'] = async (
    permission,
    entityRefs,
    credentials,
  ) => {
    if (entityRefs.length === 0) return new Set();
    const decisions = await permissions.authorize(
      entityRefs.map(resourceRef => ({ permission, resourceRef })),
      { credentials },
    );
    return new Set(
      entityRefs.filter(
        (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
      ),
    );
  };

  return {
    allows,
    allowedOn,
    async require(permission, credentials) {
      if (!(await allows(permission, credentials))) refuse(permission);
    },
    async requireOn(permission, entityRef, credentials) {
      const allowed = await allowedOn(permission, [entityRef], credentials);
      if (!allowed.has(entityRef)) refuse(permission);
    },
  };
}
