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
export { wholeSeconds, type Clock } from './clock';
export type { FamilyGovernor, Turn } from './familyGovernor';
export { createGovernor, type Governor } from './governor';
export { readLimitHeaders, type LimitHeaders } from './limitHeaders';
export {
  isLimit,
  permanentAdvice,
  readRefusal,
  refusalWaitSeconds,
} from './refusal';
