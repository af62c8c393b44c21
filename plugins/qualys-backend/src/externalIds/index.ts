export { createAwsRoles, type AwsRoles } from './awsRoles';
export {
  createAwsBaseAccounts,
  type AwsBaseAccountReader,
  type AwsPrincipal,
} from './baseAccounts';
export { createExternalIds, type ExternalIds } from './externalIds';
export { externalIdRoutes } from './routes';
