export { createRequestStore } from './createRequestStore';
export { RequestMovedError, RequestNameTakenError } from './moved';
export {
  hasAccess,
  type RequestDecision,
  type RequestMove,
  type RequestPatch,
  type RequestRecord,
} from './record';
export type { NewRequest, RequestLease, RequestStore } from './store';
