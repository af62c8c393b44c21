export { createAuthorizer, type Authorizer } from './authorize';
export {
  createRequestRights,
  type ReadRequestRights,
  type RequestRights,
} from './requestRights';
