export { readSubscriptions } from './subscriptions';
export type { SubscriptionConfig } from './types';
