export { createConnectorEvents } from './connectorEvents';
export { publishPatiently } from './publishPatiently';
