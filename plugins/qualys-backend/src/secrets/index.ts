export {
  ENCRYPTION_KEYS,
  readEncryptionKeys,
  type EncryptionKey,
} from './keys';
export {
  createSecretBox,
  SecretUnreadableError,
  type SecretBox,
} from './secretBox';
