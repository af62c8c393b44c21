export * from './accountId';
export * from './baseAccounts';
