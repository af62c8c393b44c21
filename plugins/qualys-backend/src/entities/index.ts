export { createBoundEntitiesReader } from './boundEntities';
export { createEntityConnectors } from './entityConnectors';
export { createEntityReader } from './entityReader';
export { createOwnConnectorReader } from './ownConnector';
export { createOwnedConnectorsReader } from './ownedConnectors';
export { entityRoutes } from './routes';
