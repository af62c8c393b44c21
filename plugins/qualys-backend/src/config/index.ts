export { naming } from './configurationError';
export { DEFAULT_REMOVAL_BOUNDS, type RemovalBounds } from './removals';
export { readReminderDays } from './credentials';
export { readRecipients } from './recipients';
export { intervalSeconds, longestWaitMs, timeoutSeconds } from './schedule';
export {
  readRequestsConfig,
  type ApproveRule,
  type ApproveRuleAllowance,
  type RequestsConfig,
} from './requests';
export { checkRuleValues } from './ruleValues';
export { readSubscriptions, SUBSCRIPTION_ID } from './subscriptions';
export type { SubscriptionConfig } from './types';
