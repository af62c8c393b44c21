export { headerOf, readAnswer, type Answer } from './answer';
export { wireBody, type CallBody, type FormFile } from './body';
export {
  hostOf,
  QUALYS_API_FAMILIES,
  wirePath,
  type Call,
  type CallOptions,
  type CloudViewAccess,
  type QualysApiFamily,
} from './call';
export { connectionFailure } from './connectionFailure';
export { basicAuthorization, type QualysCredentials } from './credentials';
export { Failure, failureOfWrite, failureWith, toQualysError } from './failure';
export { jsonFormat, jsonOrNothing, parsedIfAny, type Format } from './format';
export {
  safeHooks,
  type QualysCallFinished,
  type QualysCallRetried,
  type QualysCallStarted,
  type QualysCallWaited,
  type QualysHooks,
  type QualysWaitReason,
} from './hooks';
export { secretsOfKey } from './keySecrets';
export {
  choiceOf,
  coreOptions,
  type CoreOptions,
  type QualysRetries,
  type QualysTimeouts,
} from './options';
export { createRedactor } from './redact';
export { retryAfterSeconds } from './retryAfter';
export {
  failureInside,
  statusFailure,
  type Advice,
  type Problem,
} from './statusFailure';
export { createTransport, type Transport, type WireRequest } from './transport';
