export {
  createQualysClients,
  type QualysClients,
  type SubscriptionClient,
} from './clients';
export { assetDataConnectorsOf } from './assetDataConnectorsOf';
export { connectorsOf } from './connectorsOf';
