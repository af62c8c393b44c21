export type { Answer } from './answer';
export type { CallBody, FormFile } from './body';
export {
  QUALYS_API_FAMILIES,
  type Call,
  type CallOptions,
  type CloudViewAccess,
  type QualysApiFamily,
} from './call';
export { createRequestCore, type RequestCore } from './core';
export type { QualysCredentials } from './credentials';
export { Failure } from './failure';
export { jsonFormat, jsonOrNothing, type Format } from './format';
export type {
  QualysCallFinished,
  QualysCallRetried,
  QualysCallStarted,
  QualysCallWaited,
  QualysHooks,
  QualysWaitReason,
} from './hooks';
export {
  coreOptions,
  type QualysRetries,
  type QualysTimeouts,
} from './options';
export { failureInside, type Advice, type Problem } from './statusFailure';
export { createTransport } from './transport';
