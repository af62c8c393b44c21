export {
  webAppResource,
  type WebAppDeleteOptions,
  type WebApps,
  type WebAppUpdateOptions,
} from './webApps';
