export * from './generate';
export * from './read';
export { externalIdSchema, type ExternalIdParts } from './rule';
