export { securityHubResource } from './securityHub';
export type {
  SecurityHub,
  SecurityHubDeleteAccountsOptions,
  SecurityHubReading,
} from './resource';
