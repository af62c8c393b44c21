export { bindingRoutes } from './routes';
export { startBindings, type Bindings } from './startBindings';
export { readAccountKey } from './accountClaims';
export { ownerOf, refOf } from './owner';
export type { ObjectKey } from './store';
export type { EntityBindings } from './recorder';
