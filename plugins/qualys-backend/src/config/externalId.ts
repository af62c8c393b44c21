import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { externalIdPrepareSchema } from 'backstage-plugin-qualys-common';
import type { SubscriptionConfig } from './types';

/**
 * Reads what the external IDs of a subscription begin with.
 *
 * @throws InputError naming the key, the value and what would be right
 */
export function readExternalIdParts(
  key: string,
  config: Config,
): SubscriptionConfig['externalId'] {
  if (!config.has('externalId')) return undefined;
  const given = {
    pod: config.getOptionalString('externalId.pod'),
    subscriptionId: config.getOptionalString('externalId.subscriptionId'),
  };
  const checked = externalIdPrepareSchema.safeParse(given);
  if (checked.success) return checked.data;
  const [{ path, message }] = checked.error.issues;
  const name = path[0] as keyof typeof given;
  throw new InputError(
    `${key}.externalId.${name}: "${given[name]}" ${message}`,
  );
}
