export { createOwnership } from './ownership';
export { ownershipRoutes } from './routes';
export { readOwnershipRules } from './rules';
