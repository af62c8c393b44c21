export {
  createEntityClaims,
  nothingBound,
  type EntityClaims,
} from './entityClaims';
export type { EntityConnectors } from './entityConnectors';
export { createEntityReader, type ReadEntity } from './entityReader';
export { entityObjectParamsSchema, entityParamsSchema } from './params';
export { wireEntities } from './wiring';
