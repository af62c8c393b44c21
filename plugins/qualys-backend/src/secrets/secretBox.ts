import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { CustomErrorBase } from '@backstage/errors';
import { ENCRYPTION_KEYS, type EncryptionKey } from './keys';

/**
 * What the portal holds cannot be read any more. Neither it nor anything of
 * it stands in the message.
 */
export class SecretUnreadableError extends CustomErrorBase {
  name = 'SecretUnreadableError' as const;

  constructor(
    /** What it is held for. */
    readonly about: string,
    /** Why: its key is not configured any more, or it is not what was written. */
    readonly reason: 'keyMissing' | 'damaged',
    explanation: string,
  ) {
    super(`What is held for ${about} cannot be read: ${explanation}`);
  }
}

/** Encrypts what the portal has to hold for a while. */
export interface SecretBox {
  /** Whether a key is configured; without one nothing can be sealed. */
  readonly available: boolean;
  /** The key that encrypts; undefined where none is configured. */
  readonly currentKeyId: string | undefined;
  /**
   * Encrypts a text.
   *
   * @param of.about - what it is held for; it can be read for nothing else
   * @returns a text of ASCII characters for the database
   */
  seal(text: string, of: { about: string }): string;
  /**
   * Decrypts it again.
   *
   * @throws SecretUnreadableError naming `about`, where the key is missing, or
   *   it was changed, damaged or held for something else
   */
  open(sealed: string, of: { about: string }): string;
  /** Whether it is encrypted with the present key; where not, it is sealed anew. */
  isCurrent(sealed: string): boolean;
}

// AES-256-GCM as NIST SP 800-38D has it: a nonce of 96 bits at random, a whole
// tag. One key is good for 2^32 of them.
const CIPHER = 'aes-256-gcm';
const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

// Neither the key's id nor what it is held for can be exchanged.
const boundTo = (keyId: string, about: string) =>
  Buffer.from(JSON.stringify([VERSION, keyId, about]));

// Texts that differ mean different bytes, so that no change goes unnoticed.
function bytesOf(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}

/**
 * Makes the box. What it gives is `v1.<key id>.<iv>.<tag>.<data>`, the last
 * three in base64url.
 *
 * @param keys - the first one encrypts, all decrypt
 */
export function createSecretBox(keys: readonly EncryptionKey[]): SecretBox {
  const current = keys.at(0);

  return {
    available: current !== undefined,
    currentKeyId: current?.id,
    seal(text, { about }) {
      if (!current) {
        throw new Error(`${ENCRYPTION_KEYS} names no key to encrypt with`);
      }
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, current.secret, iv, {
        authTagLength: TAG_BYTES,
      });
      cipher.setAAD(boundTo(current.id, about));
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const parts = [iv, cipher.getAuthTag(), data];
      return [
        VERSION,
        current.id,
        ...parts.map(part => part.toString('base64url')),
      ].join('.');
    },
    open(sealed, { about }) {
      const damaged = () =>
        new SecretUnreadableError(
          about,
          'damaged',
          'it was changed, damaged, or encrypted with another key of the same id',
        );
      const [version, keyId, ...texts] = sealed.split('.');
      const [iv, tag, data] = texts.map(bytesOf);
      if (
        version !== VERSION ||
        texts.length !== 3 ||
        iv?.length !== IV_BYTES ||
        tag?.length !== TAG_BYTES ||
        !data
      ) {
        throw damaged();
      }
      const key = keys.find(({ id }) => id === keyId);
      if (!key) {
        throw new SecretUnreadableError(
          about,
          'keyMissing',
          `the key that it is encrypted with is not one of ${ENCRYPTION_KEYS}`,
        );
      }
      try {
        const decipher = createDecipheriv(CIPHER, key.secret, iv, {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(boundTo(key.id, about));
        decipher.setAuthTag(tag);
        const text = Buffer.concat([decipher.update(data), decipher.final()]);
        return text.toString('utf8');
      } catch {
        throw damaged();
      }
    },
    isCurrent(sealed) {
      return (
        current !== undefined && sealed.startsWith(`${VERSION}.${current.id}.`)
      );
    },
  };
}
