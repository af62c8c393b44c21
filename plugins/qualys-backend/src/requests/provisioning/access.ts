import { SecretUnreadableError, type SecretBox } from '../../secrets';
import type { RequestRecord } from '../store';

/** What Qualys signs in with beside what the request says openly. */
export type RequestSecret =
  | { provider: 'AWS'; arn: string; externalId: string }
  | { provider: 'AZURE'; authenticationKey: string }
  | { provider: 'GCP'; keyFile: string };

/**
 * Reads it, as late as can be: it is kept nowhere.
 *
 * @throws SecretUnreadableError where the portal cannot read it any more, or does not hold it
 */
export function readSecret(
  { id, provider, arn, externalId, secret }: RequestRecord,
  box: Pick<SecretBox, 'open'>,
): RequestSecret {
  const missing = (what: string) =>
    new SecretUnreadableError(id, 'damaged', `${what} is missing`);
  if (provider === 'AWS') {
    if (arn === undefined) throw missing('the role');
    if (externalId === undefined) throw missing('the external ID');
    return { provider, arn, externalId };
  }
  if (secret === undefined) throw missing('the key');
  const text = box.open(secret, { about: id });
  return provider === 'AZURE'
    ? { provider, authenticationKey: text }
    : { provider, keyFile: text };
}
