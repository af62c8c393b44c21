import { InputError } from '@backstage/errors';
import type { TaskSecrets } from '@backstage/plugin-scaffolder-node';

const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----|"private_key"\s*:/;

// Shorter ones stand in any text.
const SHORTEST = 6;

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(texts)
    : [];
}

/**
 * Refuses an input that holds a secret of the task, or a private key. The
 * scaffolder keeps both in the clear, and the portal would show it in a name or
 * a purpose.
 *
 * @throws InputError without the secret
 */
export function refuseSecrets(
  input: unknown,
  secrets: TaskSecrets | undefined,
): void {
  const held = Object.values(secrets ?? {}).filter(
    secret => typeof secret === 'string' && secret.length >= SHORTEST,
  );
  const isSecret = (text: string) =>
    PRIVATE_KEY.test(text) || held.some(secret => text.includes(secret));
  if (texts(input).some(isSecret)) {
    throw new InputError(
      'The input holds a secret. Leave it out: the key of an Azure or GCP connector is entered on the page of the request, which this action gives as its output url',
    );
  }
}
