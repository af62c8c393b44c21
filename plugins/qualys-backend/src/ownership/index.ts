export { createOwnership, type Ownership } from './ownership';
export { readOwnershipRules, type OwnershipRules } from './rules';
