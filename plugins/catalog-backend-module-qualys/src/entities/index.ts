export type { EntityOptions } from './connectorEntity';
export { toEntities, type ConnectorEntities } from './toEntities';
