export { registerConnectorActions } from './connectors';
export { createPortalLinks } from './links';
export { registerRequestActions } from './requests';
