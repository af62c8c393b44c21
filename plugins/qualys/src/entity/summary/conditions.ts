import {
  getCompoundEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { ApiHolder } from '@backstage/core-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { qualysEntityReadPermission } from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { entitySummaries } from './entitySummaries';
import {
  claimsOf,
  isNamed,
  mayShow,
  type ShownObjectType,
} from './shownObjects';

async function hasMade(
  type: ShownObjectType,
  entity: Entity,
  apis: ApiHolder,
): Promise<boolean> {
  const api = apis.get(qualysApiRef);
  const authorized = await apis.get(permissionApiRef)?.authorize({
    permission: qualysEntityReadPermission,
    resourceRef: stringifyEntityRef(entity),
  });
  if (!api || authorized?.result !== AuthorizeResult.ALLOW) return false;
  const summary = await entitySummaries(api).ask(getCompoundEntityRef(entity));
  return claimsOf(summary, type).length > 0;
}

function has(
  type: ShownObjectType,
  entity: Entity,
  apis: ApiHolder,
): boolean | Promise<boolean> {
  if (isNamed(type, entity)) return true;
  return mayShow(type, entity) && hasMade(type, entity, apis);
}

/**
 * Whether an entity's page has connectors to show: the entity names any, rightly
 * or not, stands for one itself, or was given one by the portal. For
 * `EntitySwitch.Case`, in the page of a portal on the classic frontend system.
 * The backend is asked only where the entity names none.
 *
 * @public
 */
export function hasQualysConnectors(
  entity: Entity,
  context: { apis: ApiHolder },
): boolean | Promise<boolean> {
  return has('connector', entity, context.apis);
}

/**
 * Whether an entity's page has web applications to show: the entity names any,
 * rightly or not, or the portal has created one for it. For `EntitySwitch.Case`,
 * as `hasQualysConnectors`.
 *
 * @public
 */
export function hasQualysWebApps(
  entity: Entity,
  context: { apis: ApiHolder },
): boolean | Promise<boolean> {
  return has('webApp', entity, context.apis);
}
