export * from './baseCategory';
export type { SecurityHubChange, SecurityHubEffect } from './change';
export * from './completeConfigurations';
export * from './configuration';
export * from './deletion';
export * from './diffRows';
export * from './duplicateAccounts';
export * from './integration';
export * from './name';
export * from './replaceRows';
export {
  securityHubRowInputSchema,
  securityHubRowSchema,
  type SecurityHubRow,
  type SecurityHubRowInput,
} from './row';
export * from './toConfigurations';
export * from './toRows';
