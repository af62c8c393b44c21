/**
 * Qualys on the pages of a service and for the platform team.
 *
 * The default export is the plugin for portals on the new frontend system; the
 * named ones are for portals on the classic one.
 *
 * @packageDocumentation
 */

export { qualysFrontendPlugin as default } from './newSystem/plugin';
export {
  EntityQualysConnectorsCard,
  EntityQualysContent,
  EntityQualysOwnedConnectorsCard,
  EntityQualysS3IntegrationsCard,
  EntityQualysWebAppsCard,
  EntityQualysSecurityHubCard,
  QualysPage,
  qualysPlugin,
} from './classic/plugin';
export * from './api';
export {
  hasQualysConnectors,
  hasQualysWebApps,
} from './entity/summary/conditions';
export { qualysTranslationRef } from './translation';
export {
  isQualysAvailable,
  isQualysConnectorsAvailable,
  isQualysS3IntegrationsAvailable,
  isQualysSecurityHubAvailable,
  isQualysWebAppsAvailable,
} from 'backstage-plugin-qualys-common';
