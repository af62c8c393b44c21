export type {
  AssetDataConnectorResources,
  AssetDataConnectors,
  AssetDataConnectorsUpdated,
  AssetDataConnectorWriteOptions,
  AwsAssetDataConnectors,
  AwsAssetDataConnectorWriteOptions,
  AzureAssetDataConnectors,
  GcpAssetDataConnectors,
} from './connectors';
export { assetDataConnectorResources } from './resources';
