/**
 * The Qualys APIs in TypeScript.
 *
 * @packageDocumentation
 */

export { createQualysClient } from './client';
export type { QualysClient, QualysClientOptions } from './client';
export type {
  AssetDataConnectorResources,
  AssetDataConnectors,
  AssetDataConnectorsUpdated,
  AssetDataConnectorWriteOptions,
  AwsAssetDataConnectors,
  AwsAssetDataConnectorWriteOptions,
  AzureAssetDataConnectors,
  GcpAssetDataConnectors,
} from './assetDataConnectors';
export type {
  AwsCloudConnectors,
  AwsConnectorWriteOptions,
  AzureCloudConnectors,
  AzureConnectorUpdateOptions,
  CloudConnectorResources,
  CloudConnectors,
  ConnectorListOptions,
  GcpCloudConnectors,
  PageOptions,
} from './cloudView';
export {
  QUALYS_ERROR_KINDS,
  QualysConfigurationError,
  QualysError,
} from './errors';
export type { QualysErrorDetails, QualysErrorKind } from './errors';
export type {
  QualysFamilyLimit,
  QualysLimits,
  QualysLimitSource,
  QualysLimitState,
  QualysRefusal,
} from './governor';
export { QUALYS_API_FAMILIES } from './http';
export type {
  CallOptions,
  CloudViewAccess,
  QualysApiFamily,
  QualysCallFinished,
  QualysCallRetried,
  QualysCallStarted,
  QualysCallWaited,
  QualysCredentials,
  QualysHooks,
  QualysRetries,
  QualysTimeouts,
  QualysWaitReason,
} from './http';
export type { OptionProfiles } from './optionProfiles';
export type { ListOptions, Page, Paged, UnreadableRecord } from './paging';
export { QUALYS_PLATFORMS, resolveQualysUrls } from './platforms';
export type {
  QualysHost,
  QualysLocation,
  QualysPlatform,
  QualysUrls,
} from './platforms';
export type { QpsDialect, SearchOptions } from './qps';
export type {
  WebAppDeleteOptions,
  WebApps,
  WebAppUpdateOptions,
} from './webApps';
export type { S3Integrations, S3Updated, S3UpdateOptions } from './s3';
export type {
  SecurityHub,
  SecurityHubDeleteAccountsOptions,
  SecurityHubReading,
} from './securityHub';
export type { DnsOverrides } from './dnsOverrides';
export type { Portal } from './portal';
export type { ScanCancelOptions, Scans } from './scans';
export type { Tags } from './tags';
