export {
  approvedRequest,
  KEYS,
  sealedFor,
  type Wanted,
} from './approvedRequest';
export { expectOneThoughLost } from './lostAnswers';
export { setUpProvisioning, timeGoesBy, type Provisioning } from './setUp';
export { useProvisioning } from './useProvisioning';
