export { createGroupReader, createSettingsCheck } from './checkSettings';
export { createConflictFinder } from './conflicts';
export { createRequestDescriber } from './details';
export { fileRequest } from './file';
export { createHandover, startProvisioning } from './provisioning';
export { resourceOf } from './resource';
export { requestRoutes } from './routes';
export { createRequestService } from './createRequestService';
export type { RequestCaller, RequestDeed, RequestService } from './service';
export {
  createRequestStore,
  hasAccess,
  RequestMovedError,
  type RequestPatch,
  type RequestRecord,
  type RequestStore,
} from './store';
export { requestStateRoute } from './stateRoute';
export { createRequestTeller, type TellRequest } from './tell';
