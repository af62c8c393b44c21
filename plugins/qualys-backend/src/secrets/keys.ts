import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Where the keys stand in the configuration. */
export const ENCRYPTION_KEYS = 'qualys.requests.encryption.keys';

/** A key that held secrets are encrypted with. */
export interface EncryptionKey {
  /** What is written beside all that is encrypted with it. */
  id: string;
  /** 32 bytes. */
  secret: Buffer;
}

const BYTES = 32;
const ID = /^[A-Za-z0-9_-]{1,32}$/;
const BASE64_OF_32_BYTES = /^[A-Za-z0-9+/]{43}=$/;

const HOW_TO_MAKE_ONE =
  'as `openssl rand -base64 32` makes it; its value is not shown here';

/**
 * Reads the keys that the portal encrypts with what it holds for requests
 * until Qualys has it. The first one encrypts, and all of them decrypt: a key
 * is replaced by putting another one before it, and is taken out once nothing
 * is encrypted with it any more.
 *
 * @returns none where none is configured
 * @throws InputError naming the key of the configuration and what would be right, without the secret
 */
export function readEncryptionKeys(config: Config): EncryptionKey[] {
  const entries = config.getOptionalConfigArray(ENCRYPTION_KEYS) ?? [];
  const keys: EncryptionKey[] = [];
  entries.forEach((entry, index) => {
    const refuse = (name: string, problem: string): never => {
      throw new InputError(`${ENCRYPTION_KEYS}.${index}.${name}: ${problem}`);
    };
    const id = entry.getString('id');
    if (!ID.test(id)) {
      refuse('id', 'must be 1 to 32 letters, digits, hyphens and underscores');
    }
    const text = entry.getString('secret').trim();
    const secret = Buffer.from(text, 'base64');
    if (!BASE64_OF_32_BYTES.test(text) || secret.length !== BYTES) {
      refuse('secret', `must be ${BYTES} bytes in base64, ${HOW_TO_MAKE_ONE}`);
    }
    keys.forEach((other, before) => {
      if (other.id === id) {
        refuse('id', `"${id}" is the id of ${ENCRYPTION_KEYS}.${before}, too`);
      }
      if (other.secret.equals(secret)) {
        refuse(
          'secret',
          `is the same as ${ENCRYPTION_KEYS}.${before}.secret; every id needs a key of its own`,
        );
      }
    });
    keys.push({ id, secret });
  });
  return keys;
}
