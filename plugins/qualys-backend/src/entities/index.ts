export { createEntityConnectors } from './entityConnectors';
export { createEntityReader } from './entityReader';
export { createOwnConnectorReader } from './ownConnector';
export { entityRoutes } from './routes';
