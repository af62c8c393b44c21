export * from './connectors';
export * from './mirror';
