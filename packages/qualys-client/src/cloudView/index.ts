export {
  cloudConnectorResources,
  type AwsCloudConnectors,
  type CloudConnectorResources,
  type CloudConnectors,
} from './connectors';
export type { ConnectorListOptions, PageOptions } from './list';
