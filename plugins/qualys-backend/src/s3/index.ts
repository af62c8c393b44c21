export { s3Routes } from './routes';
export { createS3Store, type S3Store } from './store';
