export { notUnderstood, parsedBy } from './parsedBy';
