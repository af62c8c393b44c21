export * from './accessPointArn';
export * from './accountId';
export type { ArnRuleOptions } from './arn';
export * from './baseAccounts';
export * from './partition';
export * from './partitionFlags';
export * from './region';
export * from './roleArn';
export * from './trustPolicy';
