export { createAuthorizer, type Authorizer } from './authorize';
export { registerPermissions } from './register';
export {
  createRequestRights,
  type ReadRequestRights,
  type RequestRights,
  type RequestScope,
} from './requestRights';
