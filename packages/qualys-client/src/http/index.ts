export type { ReadCall } from './call';
export { createRequestCore, type RequestCore } from './core';
export type { QualysCredentials } from './credentials';
export { Failure } from './failure';
export type {
  QualysCallFinished,
  QualysCallRetried,
  QualysCallStarted,
  QualysHooks,
} from './hooks';
export {
  coreOptions,
  type QualysRetries,
  type QualysTimeouts,
} from './options';
export { failureInside, type Advice, type Problem } from './statusFailure';
export { createTransport } from './transport';
