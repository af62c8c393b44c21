/**
 * Permissions, annotations and HTTP API schemas of the Qualys plugin.
 *
 * @packageDocumentation
 */

export * from './annotations';
export * from './api';
export * from './changes';
export * from './claims';
export * from './movingScan';
export * from './permissions';
