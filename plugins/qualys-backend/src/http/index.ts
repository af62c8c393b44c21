export { connectorParamsSchema, subscriptionParamsSchema } from './params';
export { createRouter } from './router';
export { OPENAPI_PATH } from './openapi';
export {
  callerOf,
  defineRoute,
  type CallerCredentials,
  type Route,
  type RouteCall,
} from './route';
