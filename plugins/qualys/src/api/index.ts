export {
  qualysApiRef,
  type BoundObject,
  type ExternalIdMigrationStepInput,
  type QualysApi,
  type QualysReadOptions,
  type QualysRequestOptions,
} from './QualysApi';
export { QualysApiError, type QualysApiErrorDetails } from './QualysApiError';
export { QualysClientApi } from './QualysClientApi';
