export { naming } from './configurationError';
export { intervalSeconds, longestWaitMs, timeoutSeconds } from './schedule';
export { readSubscriptions, SUBSCRIPTION_ID } from './subscriptions';
export type { SubscriptionConfig } from './types';
