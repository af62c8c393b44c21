export { createHandover } from './handover';
export { startProvisioning } from './start';
