export { integrationRead } from './read';
export { entityView } from './views';
export { wireSecurityHub } from './wiring';
