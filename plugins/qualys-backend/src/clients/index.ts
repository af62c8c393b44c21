export {
  createQualysClients,
  type QualysClients,
  type SubscriptionClient,
} from './clients';
export {
  assetDataConnectorsOf,
  getLivingConnector,
} from './assetDataConnectorsOf';
export { connectorsOf } from './connectorsOf';
