export { toErrorAnswer } from './answer';
export { describeError } from './describe';
export { InvalidRequestError, type InvalidField } from './invalidRequest';
export { problemOf, QualysProblemError } from './problem';
export { inWords } from './words';
