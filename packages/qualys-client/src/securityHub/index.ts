export {
  securityHubResource,
  type SecurityHub,
  type SecurityHubReading,
} from './securityHub';
