export { fileRequest } from './file';
export { createResourceReader } from './resource';
export type { RequestService } from './service';
export { createRequestStore } from './store';
export { wireRequests } from './wiring';
