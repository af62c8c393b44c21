export {
  governorSettings,
  type GovernorSettings,
  type QualysFamilyLimit,
  type QualysLimits,
} from './limits';
export type {
  QualysLimitSource,
  QualysLimitState,
  QualysRefusal,
} from './limitState';
