export { createBoundEntitiesReader } from './boundEntities';
export {
  createEntityClaims,
  nothingBound,
  type EntityClaims,
} from './entityClaims';
export {
  createEntityConnectors,
  type EntityConnectors,
} from './entityConnectors';
export { createEntityReader, type ReadEntity } from './entityReader';
export { createOwnConnectorReader } from './ownConnector';
export { createOwnedConnectorsReader } from './ownedConnectors';
export { entityRoutes } from './routes';
export { entityObjectParamsSchema, entityParamsSchema } from './params';
