export { cloudConnectorResources } from './connectors';
export type { ConnectorListOptions, PageOptions } from './list';
export type {
  AwsCloudConnectors,
  AwsConnectorWriteOptions,
  AzureCloudConnectors,
  AzureConnectorUpdateOptions,
  CloudConnectorResources,
  CloudConnectors,
  GcpCloudConnectors,
} from './resources';
