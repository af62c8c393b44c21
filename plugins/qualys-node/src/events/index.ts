export * from './connectors';
export * from './mirror';
export * from './settings';
