/**
 * The Qualys APIs in TypeScript.
 *
 * @packageDocumentation
 */

export { createQualysClient } from './client';
export type { QualysClient, QualysClientOptions } from './client';
export type {
  AwsCloudConnectors,
  CloudConnectorResources,
  CloudConnectors,
  ConnectorListOptions,
  PageOptions,
} from './cloudView';
export {
  QUALYS_ERROR_KINDS,
  QualysConfigurationError,
  QualysError,
} from './errors';
export type { QualysErrorDetails, QualysErrorKind } from './errors';
export { QUALYS_API_FAMILIES } from './http';
export type {
  CallOptions,
  QualysApiFamily,
  QualysCallFinished,
  QualysCallRetried,
  QualysCallStarted,
  QualysCredentials,
  QualysHooks,
  QualysRetries,
  QualysTimeouts,
} from './http';
export type { Page, Paged } from './paging';
export { QUALYS_PLATFORMS, resolveQualysUrls } from './platforms';
export type {
  QualysHost,
  QualysLocation,
  QualysPlatform,
  QualysUrls,
} from './platforms';
