export { refusalOf } from '../answers';
export { startRequestsBackend, type RequestsBackend } from './backend';
export {
  APPROVER,
  ASKER,
  COLLEAGUE,
  GUEST,
  JUDGE,
  KEEPER,
  LONER,
  OTHER,
  type Person,
} from './people';
export {
  ARN,
  AWS_SETTINGS,
  AZURE_KEY,
  AZURE_SETTINGS,
  ENCRYPTION_KEY,
  GCP_KEY_FILE,
  GCP_SETTINGS,
} from './settings';
export { useRequestsBackend } from './useRequestsBackend';
