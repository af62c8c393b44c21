import type { Entity } from '@backstage/catalog-model';
import {
  QUALYS_CONNECTOR_ID_ANNOTATION,
  QUALYS_CONNECTORS_ANNOTATION,
  QUALYS_S3_INTEGRATIONS_ANNOTATION,
  QUALYS_WEB_APPS_ANNOTATION,
  QUALYS_SECURITY_HUB_INTEGRATIONS_ANNOTATION,
} from './annotations';
import type { BoundObjectType } from './api/bindings';

/**
 * The annotation that claims each type of object.
 *
 * @public
 */
export const CLAIM_ANNOTATIONS: Record<BoundObjectType, string> = {
  connector: QUALYS_CONNECTORS_ANNOTATION,
  s3Integration: QUALYS_S3_INTEGRATIONS_ANNOTATION,
  webApp: QUALYS_WEB_APPS_ANNOTATION,
  securityHubAccount: QUALYS_SECURITY_HUB_INTEGRATIONS_ANNOTATION,
};

function hasAnnotation(entity: Entity, annotation: string): boolean {
  return Boolean(entity.metadata.annotations?.[annotation]?.trim());
}

/**
 * Whether an entity names any connector, rightly or not, or stands for one
 * itself. What it names is shown only once the claim is accepted.
 *
 * @public
 */
export function isQualysConnectorsAvailable(entity: Entity): boolean {
  return (
    hasAnnotation(entity, QUALYS_CONNECTORS_ANNOTATION) ||
    hasAnnotation(entity, QUALYS_CONNECTOR_ID_ANNOTATION)
  );
}

/**
 * Whether an entity names any S3 integration, rightly or not. What it names is
 * shown only once the claim is accepted.
 *
 * @public
 */
export function isQualysS3IntegrationsAvailable(entity: Entity): boolean {
  return hasAnnotation(entity, QUALYS_S3_INTEGRATIONS_ANNOTATION);
}

/**
 * Whether an entity names any web application, rightly or not. What it names is
 * shown only once the claim is accepted.
 *
 * @public
 */
export function isQualysWebAppsAvailable(entity: Entity): boolean {
  return hasAnnotation(entity, QUALYS_WEB_APPS_ANNOTATION);
}

/**
 * Whether an entity names any Security Hub integration, rightly or not. What it
 * gets of the entity's AWS accounts is shown only once the claims on them are
 * accepted.
 *
 * @public
 */
export function isQualysSecurityHubAvailable(entity: Entity): boolean {
  return hasAnnotation(entity, QUALYS_SECURITY_HUB_INTEGRATIONS_ANNOTATION);
}

/**
 * Whether an entity names any object in Qualys, rightly or not, or stands for
 * one itself. What it names is shown only once the claim is accepted.
 *
 * @public
 */
export function isQualysAvailable(entity: Entity): boolean {
  return (
    isQualysConnectorsAvailable(entity) ||
    isQualysS3IntegrationsAvailable(entity) ||
    isQualysWebAppsAvailable(entity) ||
    isQualysSecurityHubAvailable(entity)
  );
}
