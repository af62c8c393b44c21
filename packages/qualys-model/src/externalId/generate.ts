import { externalIdSchema } from './rule';

const ALPHABET =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 13;

// Bytes from here on are drawn again: a plain remainder would make the first
// letters of the alphabet likelier than the others.
const FAIR_BYTES = 256 - (256 % ALPHABET.length);

/**
 * A new third part for an external ID: 13 letters and digits, the longest that
 * Qualys takes, each equally likely, from the platform's cryptographic random
 * numbers (about 77 bits).
 *
 * Source: "CloudView: Unique Secure External ID for AWS connectors" (a-z, A-Z,
 * 0-9, at most 13); AWS wants external IDs to be unique among the customers of
 * a vendor.
 *
 * @public
 */
export function generateExternalIdSuffix(): string {
  const bytes = new Uint8Array(LENGTH * 2);
  let suffix = '';
  while (suffix.length < LENGTH) {
    for (const byte of globalThis.crypto.getRandomValues(bytes)) {
      if (byte < FAIR_BYTES && suffix.length < LENGTH) {
        suffix += ALPHABET[byte % ALPHABET.length];
      }
    }
  }
  return suffix;
}

/**
 * A new external ID of a Qualys subscription, with a third part from
 * {@link generateExternalIdSuffix}. The POD stays in the case that it is
 * given in.
 *
 * Throws a `ZodError` that says what would be right where the POD or the
 * subscription's id cannot be part of an external ID.
 *
 * Source: "CloudView: Unique Secure External ID for AWS connectors".
 *
 * @param subscription - `pod`, such as `USPOD01`, and `subscriptionId`, digits
 *
 * @public
 */
export function generateExternalId(subscription: {
  pod: string;
  subscriptionId: string;
}): string {
  const { pod, subscriptionId } = subscription;
  return externalIdSchema.parse(
    `${pod}-${subscriptionId}-${generateExternalIdSuffix()}`,
  );
}
