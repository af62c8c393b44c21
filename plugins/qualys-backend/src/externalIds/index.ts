export { createExternalIds, type ExternalIds } from './externalIds';
