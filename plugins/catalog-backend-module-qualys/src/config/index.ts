export { readProviderConfig } from './providerConfig';
export { readConnectorLinks, type ConnectorLink } from './connectorLinks';
