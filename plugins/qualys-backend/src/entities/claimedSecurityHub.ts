import type { ClaimedSecurityHub } from 'backstage-plugin-qualys-common';
import { readAccountKey, type EntityBindings } from '../bindings';
import type { CachedReads } from '../reads';
import { entityView, integrationRead } from '../securityHub';

/**
 * The Security Hub integrations in which an entity claims accounts.
 *
 * @param claims - the claims on accounts alone
 */
export async function claimedSecurityHub(
  claims: EntityBindings['claims'],
  reads: Pick<CachedReads, 'readAtOnce'>,
): Promise<ClaimedSecurityHub[]> {
  const integrations = new Map<string, ClaimedSecurityHub>();
  for (const { subscription, objectId, binding } of claims) {
    const { integration: id, awsAccount } = readAccountKey(objectId);
    const key = `${subscription}/${id}`;
    const claimed = integrations.get(key) ?? {
      subscription,
      objectId: id,
      accounts: [],
    };
    claimed.accounts.push({ awsAccount, state: binding.state });
    integrations.set(key, claimed);
  }
  return Promise.all(
    [...integrations.values()].map(async claimed => {
      const accounts = claimed.accounts
        .filter(({ state }) => state === 'accepted')
        .map(({ awsAccount }) => awsAccount);
      if (accounts.length === 0) return claimed;
      const key = { subscription: claimed.subscription, id: claimed.objectId };
      const known = await reads.readAtOnce(integrationRead(key));
      return known
        ? { ...claimed, integration: entityView(key, accounts, known) }
        : claimed;
    }),
  );
}
