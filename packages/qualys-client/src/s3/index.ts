export {
  s3Resource,
  type S3Integrations,
  type S3Update,
  type S3UpdateOptions,
} from './s3';
