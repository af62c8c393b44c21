export * from './connector';
export * from './connectorId';
export * from './problem';
export * from './remediation';
export * from './state';
