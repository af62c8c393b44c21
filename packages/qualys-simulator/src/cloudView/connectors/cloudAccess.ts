import { z } from 'zod';
import { accountOf, type ConnectorRecord } from './connector';

const refusedSchema = z.strictObject({ accounts: z.array(z.string().min(1)) });

const MISSING_ROLE = /missing/i;
const REVOKED_KEY = /revoked/i;

/**
 * Whether a key is one that no simulated cloud takes: `revoked` stands in one
 * of its parts. Keys are looked at once and not kept.
 *
 * @param parts - the key, and whatever else tells it from others
 */
export function isRevokedKey(...parts: (string | undefined)[]): boolean {
  return parts.some(part => part !== undefined && REVOKED_KEY.test(part));
}

/** Whom the simulated clouds let in. */
export class CloudAccess {
  private accounts = new Set<string>();

  /** Lets Qualys into every account again. */
  reset(): void {
    this.accounts.clear();
  }

  /**
   * Names the accounts that let nobody in, in place of those before.
   *
   * @throws ZodError that names the field, where the input makes no sense
   */
  refuse(input: { accounts: string[] }): void {
    this.accounts = new Set(refusedSchema.parse(input).accounts);
  }

  /**
   * Whether Qualys comes to nothing when it reads the account of a connector
   * now: the account lets nobody in, there is no such role (`missing` stands
   * in its name), or the key is revoked.
   */
  refuses({
    settings,
    isKeyRevoked = false,
  }: Pick<ConnectorRecord, 'settings' | 'isKeyRevoked'>): boolean {
    if (this.accounts.has(accountOf(settings))) return true;
    return settings.provider === 'AWS'
      ? MISSING_ROLE.test(settings.arn.slice(settings.arn.lastIndexOf('/') + 1))
      : isKeyRevoked;
  }
}
