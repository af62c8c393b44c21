export * from './connectorEntityName';
