import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  qualysRequestDecidePermission,
  qualysRequestReadPermission,
  qualysRequestUpdatePermission,
} from 'backstage-plugin-qualys-common';
import {
  qualysRequestRules,
  type RequestFilter,
  type RequestResource,
} from 'backstage-plugin-qualys-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';

/** Which requests: all, or those that fulfil conditions. */
export type RequestScope =
  | { all: true }
  | { where: PermissionCriteria<RequestFilter> };

/** What a caller may do with requests for connectors. */
export interface RequestRights {
  /** Which ones the caller may see; undefined where that is none. */
  readable: RequestScope | undefined;
  /** The same of those about which the caller may decide, but for what nobody decides about. */
  decidable: RequestScope | undefined;
  /** Whether there may be requests that the caller may update. */
  mayUpdateSome: boolean;
  mayRead(request: RequestResource): boolean;
  mayUpdate(request: RequestResource): boolean;
  mayDecide(request: RequestResource): boolean;
}

/** Asks, once for all requests, what a caller may do with them. */
export type ReadRequestRights = (
  credentials: BackstageCredentials,
) => Promise<RequestRights>;

const RULES = Object.values(qualysRequestRules);

const PERMISSIONS = [
  qualysRequestReadPermission,
  qualysRequestUpdatePermission,
  qualysRequestDecidePermission,
];

/** Makes what asks. */
export function createRequestRights(
  permissions: PermissionsService,
): ReadRequestRights {
  const holds = createConditionAuthorizer(RULES);
  const toFilter = createConditionTransformer<RequestFilter, typeof RULES>(
    RULES,
  );
  return async credentials => {
    const [read, update, decide] = await permissions.authorizeConditional(
      PERMISSIONS.map(permission => ({ permission })),
      { credentials },
    );
    const scopeOf = (decision: PolicyDecision): RequestScope | undefined => {
      if (decision.result === AuthorizeResult.ALLOW) return { all: true };
      return decision.result === AuthorizeResult.CONDITIONAL
        ? { where: toFilter(decision.conditions) }
        : undefined;
    };
    return {
      readable: scopeOf(read),
      decidable: scopeOf(decide),
      mayUpdateSome: update.result !== AuthorizeResult.DENY,
      mayRead: request => holds(read, request),
      mayUpdate: request => holds(update, request),
      mayDecide: request => holds(decide, request),
    };
  };
}
