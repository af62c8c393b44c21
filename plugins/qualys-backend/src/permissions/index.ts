export { createAuthorizer, type Authorizer } from './authorize';
