export * from './connector';
export * from './connectorId';
export * from './problem';
export * from './state';
