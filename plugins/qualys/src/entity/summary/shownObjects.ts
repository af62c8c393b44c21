import type { Entity } from '@backstage/catalog-model';
import {
  isQualysConnectorsAvailable,
  isQualysS3IntegrationsAvailable,
  isQualysSecurityHubAvailable,
  isQualysWebAppsAvailable,
  type EntitySummary,
} from 'backstage-plugin-qualys-common';

const CLAIMS = {
  connector: 'connectors',
  s3Integration: 's3Integrations',
  webApp: 'webApps',
  securityHubAccount: 'securityHub',
} as const;

/** What an entity's page shows of what is bound to it. */
export type ShownObjectType = keyof typeof CLAIMS;

const IS_NAMED: Record<ShownObjectType, (entity: Entity) => boolean> = {
  connector: isQualysConnectorsAvailable,
  s3Integration: isQualysS3IntegrationsAvailable,
  webApp: isQualysWebAppsAvailable,
  securityHubAccount: isQualysSecurityHubAvailable,
};

// What the portal itself makes for an entity is bound to it, named or not.
const MADE: readonly ShownObjectType[] = ['connector', 'webApp'];

// Those who own, and the catalog's own affairs: nothing in Qualys is made for them.
const NEVER_MADE_FOR = ['group', 'user', 'location', 'template'];

/** Whether an entity names anything of a type, rightly or not, or stands for it itself. */
export function isNamed(type: ShownObjectType, entity: Entity): boolean {
  return IS_NAMED[type](entity);
}

/**
 * Whether a page may have something to show of a type: its entity names it, or
 * is one for which the portal may have made it, which the backend must be asked.
 */
export function mayShow(type: ShownObjectType, entity: Entity): boolean {
  return (
    isNamed(type, entity) ||
    (MADE.includes(type) && !NEVER_MADE_FOR.includes(entity.kind.toLowerCase()))
  );
}

/** The claims of a type, and what the portal has made of it for the entity. */
export function claimsOf<Type extends ShownObjectType>(
  summary: EntitySummary,
  type: Type,
): EntitySummary[(typeof CLAIMS)[Type]] {
  return summary[CLAIMS[type]];
}
