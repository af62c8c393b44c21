export {
  s3Resource,
  type S3Integrations,
  type S3Updated,
  type S3UpdateOptions,
} from './s3';
