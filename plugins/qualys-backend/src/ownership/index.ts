export { createOwnership } from './ownership';
export { readOwnershipRules } from './rules';
