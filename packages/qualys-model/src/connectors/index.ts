export * from './connector';
export * from './connectorId';
export * from './problem';
export * from './remediation';
export * from './settings';
export * from './state';
