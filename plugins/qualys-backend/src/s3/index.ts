export type { S3Store } from './store';
export { wireS3 } from './wiring';
