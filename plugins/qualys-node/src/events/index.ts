export * from './connectors';
export * from './mirror';
export * from './requests';
export * from './settings';
