/**
 * The module of the scaffolder that lets templates ask for cloud connectors of
 * Qualys.
 *
 * @packageDocumentation
 */

export { scaffolderModuleQualys as default } from './module';
