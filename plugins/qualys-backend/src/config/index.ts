export { naming } from './configurationError';
export { intervalSeconds, timeoutSeconds } from './schedule';
export { readSubscriptions } from './subscriptions';
export type { SubscriptionConfig } from './types';
