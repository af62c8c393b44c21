export { readProviderConfig, type ProviderConfig } from './providerConfig';
export { readConnectorLinks, type ConnectorLink } from './connectorLinks';
