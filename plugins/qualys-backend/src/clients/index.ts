export {
  createQualysClients,
  type QualysClients,
  type SubscriptionClient,
} from './clients';
export { connectorsOf } from './connectorsOf';
