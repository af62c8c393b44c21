export { createDescribing } from './describing';
export { createOwnership } from './ownership';
export { ownershipRoutes } from './routes';
export { readOwnershipRules, type OwnershipRules } from './rules';
export { wireOwnership } from './wiring';
