export { toErrorAnswer } from './answer';
export { problemOf, QualysProblemError } from './problem';
