export { toErrorAnswer } from './answer';
export { describeError } from './describe';
export { problemOf, QualysProblemError } from './problem';
export { inWords } from './words';
