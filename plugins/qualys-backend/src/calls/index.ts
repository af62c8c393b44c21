export {
  createCallCounter,
  startCallCounter,
  type CallCounter,
} from './counter';
export { callRoutes } from './routes';
export { createCallStore } from './store';
