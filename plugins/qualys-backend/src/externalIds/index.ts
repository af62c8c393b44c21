export type { AwsRoles } from './awsRoles';
export type { ExternalIds } from './externalIds';
export { wireExternalIds } from './wiring';
