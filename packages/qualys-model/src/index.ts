/**
 * The domain of Qualys cloud connectors and integrations, without any framework.
 *
 * @packageDocumentation
 */

export * from './aws';
export * from './connectors';
export * from './externalId';
export * from './securityHub';
export * from './qql';
export * from './s3';
export * from './assetDataConnectors';
export * from './optionProfiles';
export * from './qps';
export * from './webApps';
export * from './scans';
export * from './dnsOverrides';
export * from './tags';
export * from './portal';
