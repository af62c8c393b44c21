export { isoDateOf } from './dates';
export { notUnderstood, parsedBy } from './parsedBy';
