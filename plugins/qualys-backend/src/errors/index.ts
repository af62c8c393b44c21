export { toErrorAnswer } from './answer';
export { describeError } from './describe';
export { forEditors, forViewers } from './forViewers';
export { logInternal } from './internal';
export { InvalidRequestError, type InvalidField } from './invalidRequest';
export {
  PreconditionFailedError,
  PreconditionRequiredError,
} from './precondition';
export {
  FEED_NAMES,
  problemOf,
  QualysProblemError,
  type QualysArea,
} from './problem';
export { inWords } from './words';
export { StateChangedError } from './stateChanged';
export { UnfinishedError } from './unfinished';
