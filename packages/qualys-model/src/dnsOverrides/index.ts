export * from './dnsOverride';
export * from './fields';
export * from './settings';
