/**
 * The module of the catalog that brings in the cloud connectors of Qualys.
 *
 * @packageDocumentation
 */

export { catalogModuleQualys as default } from './module';
