export { createConnectorEvents } from './connectorEvents';
