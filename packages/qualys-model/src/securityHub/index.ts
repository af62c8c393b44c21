export * from './baseCategory';
export type { SecurityHubChange, SecurityHubEffect } from './change';
export * from './configuration';
export * from './diffRows';
export * from './duplicateAccounts';
export * from './replaceRows';
export {
  securityHubRowInputSchema,
  securityHubRowSchema,
  type SecurityHubRow,
  type SecurityHubRowInput,
} from './row';
export * from './toConfigurations';
export * from './toRows';
