export {
  approvedRequest,
  KEYS,
  sealedFor,
  type Wanted,
} from './approvedRequest';
export { expectOneThoughLost } from './lostAnswers';
export { setUpProvisioning, timeGoesBy } from './setUp';
export { useProvisioning } from './useProvisioning';
