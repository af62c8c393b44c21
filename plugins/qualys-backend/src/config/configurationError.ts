import { InputError } from '@backstage/errors';
import { QualysConfigurationError } from 'qualys-client';

/**
 * Does something with a part of the configuration, and says the key of it
 * where the client finds fault with it.
 *
 * @param key - the key of the part, such as `qualys.subscriptions.main`
 * @throws InputError naming the whole key
 */
export function naming<T>(key: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof QualysConfigurationError)) throw error;
    const { field, message } = error;
    throw new InputError(
      message.startsWith(`${field} `)
        ? `${key}.${message}`
        : `${key}.${field}: ${message}`,
    );
  }
}
