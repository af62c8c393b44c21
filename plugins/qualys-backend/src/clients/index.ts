export {
  createQualysClients,
  type CallCount,
  type QualysClients,
  type SubscriptionClient,
} from './clients';
