import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { SubscriptionConfig } from './types';

function readChoice<T extends string>(
  key: string,
  config: Config,
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = config.getOptionalString(name);
  const choice = choices.find(known => known === value);
  if (value !== undefined && choice === undefined) {
    throw new InputError(
      `${key}.${name}: "${value}" must be one of ${choices.join(', ')}`,
    );
  }
  return choice;
}

function readCredentials(config: Config, name: string) {
  return {
    username: config.getString(`${name}.username`),
    password: config.getString(`${name}.password`),
  };
}

function readLimits(config: Config): SubscriptionConfig['limits'] {
  const limits = config.getOptionalConfig('limits');
  if (!limits) return undefined;
  const families = limits.getOptionalConfig('families');
  return {
    share: limits.getOptionalNumber('share'),
    reserve: limits.getOptionalNumber('reserve'),
    families: Object.fromEntries(
      (families?.keys() ?? []).map(family => [
        family,
        {
          perHour: families!.getOptionalNumber(`${family}.perHour`),
          concurrency: families!.getOptionalNumber(`${family}.concurrency`),
        },
      ]),
    ),
  };
}

/**
 * Reads who calls Qualys for a subscription, in which dialect, and how much.
 *
 * @throws InputError naming the key, the value (unless it is secret) and what would be right
 */
export function readAccess(
  key: string,
  config: Config,
): Pick<
  SubscriptionConfig,
  'credentials' | 'writeCredentials' | 'cloudViewAccess' | 'dialect' | 'limits'
> {
  return {
    credentials: readCredentials(config, 'credentials'),
    writeCredentials: config.has('writeCredentials')
      ? readCredentials(config, 'writeCredentials')
      : undefined,
    cloudViewAccess: readChoice(key, config, 'cloudViewAccess', [
      'portal',
      'gateway',
    ]),
    dialect: readChoice(key, config, 'dialect', ['json', 'xml']),
    limits: readLimits(config),
  };
}
