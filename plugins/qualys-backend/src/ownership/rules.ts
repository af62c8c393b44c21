import type { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import {
  normalizeOwnerRef,
  type ConnectorOwnership,
} from 'backstage-plugin-qualys-node';
import type { CloudConnector } from 'qualys-model';
import { z } from 'zod';
import { wildcard } from '../patterns';

const KEY = 'qualys.ownership';

/** Tells by the configuration who owns a connector; nothing when no rule fits. */
export type OwnershipRules = (
  connector: Pick<CloudConnector, 'account' | 'name'>,
) => ConnectorOwnership | undefined;

const ownershipSchema = z.strictObject({
  accounts: z.record(z.string(), z.string()).default({}),
  names: z
    .array(z.strictObject({ pattern: z.string().min(1), owner: z.string() }))
    .default([]),
  default: z.string().optional(),
});

/**
 * Reads `qualys.ownership`. The first rule that fits wins: the account, then
 * the patterns of names in their order, then the default.
 *
 * @throws InputError naming the key and what would be right
 */
export function readOwnershipRules(config: Config): OwnershipRules {
  const read = ownershipSchema.safeParse(config.getOptional(KEY) ?? {});
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new InputError(
      `${[KEY, ...issue.path.map(String)].join('.')}: ${issue.message}`,
    );
  }
  const accounts = new Map(
    Object.entries(read.data.accounts).map(([account, owner]) => [
      readAccount(account),
      readOwner(`accounts.${account}`, owner),
    ]),
  );
  const names = read.data.names.map(({ pattern, owner }, index) => ({
    fits: wildcard(pattern),
    owner: readOwner(`names.${index}.owner`, owner),
    rule: `name ${pattern}`,
  }));
  const fallback =
    read.data.default === undefined
      ? undefined
      : {
          owner: readOwner('default', read.data.default),
          rule: 'default',
        };

  return ({ account, name }) => {
    const byAccount = accounts.get(account.toLowerCase());
    if (byAccount) return { owner: byAccount, rule: `account ${account}` };
    const byName = names.find(({ fits }) => fits(name));
    if (byName) return { owner: byName.owner, rule: byName.rule };
    return fallback;
  };
}

function readAccount(account: string): string {
  // YAML reads an account such as 012345678901 without quotes as a number,
  // and its zero is lost.
  if (/^\d{1,11}$/.test(account)) {
    throw new InputError(
      `${KEY}.accounts.${account}: an AWS account has 12 digits; put it in quotes, so that its leading zeros are kept`,
    );
  }
  return account.trim().toLowerCase();
}

function readOwner(key: string, owner: string): string {
  try {
    return normalizeOwnerRef(owner);
  } catch (error) {
    throw new InputError(
      `${KEY}.${key}: ${
        toError(error).message
      }; give an entity reference such as group:default/payments`,
    );
  }
}
