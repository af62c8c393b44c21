import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How many connectors of one cloud may go at once without a person looking. */
export interface RemovalBounds {
  /** So many may go, however few there are. */
  most: number;
  /** So many of a hundred may go, where that is more. */
  percent: number;
  /** Whether all members of a group, or all connectors of a cloud, wait even where they are few. */
  wholeGroups: boolean;
}

/** The bounds where the configuration says nothing else. */
export const DEFAULT_REMOVAL_BOUNDS: RemovalBounds = {
  most: 3,
  percent: 5,
  wholeGroups: true,
};

/**
 * Reads `removals` of a subscription: how many connectors may go at once.
 *
 * @throws InputError naming the key, the value and what would be right
 */
export function readRemovals(key: string, config: Config): RemovalBounds {
  const removals = config.getOptionalConfig('removals');
  if (!removals) return DEFAULT_REMOVAL_BOUNDS;
  const refuse = (name: string, right: string) => {
    throw new InputError(
      `${key}.removals.${name}: ${JSON.stringify(removals.get(name))} ${right}`,
    );
  };
  const known = Object.keys(DEFAULT_REMOVAL_BOUNDS);
  for (const name of removals.keys()) {
    // A misspelt bound would be no bound.
    if (!known.includes(name))
      refuse(name, `is not one of ${known.join(', ')}`);
  }
  const bounds = {
    most: removals.getOptionalNumber('most') ?? DEFAULT_REMOVAL_BOUNDS.most,
    percent:
      removals.getOptionalNumber('percent') ?? DEFAULT_REMOVAL_BOUNDS.percent,
    wholeGroups:
      removals.getOptionalBoolean('wholeGroups') ??
      DEFAULT_REMOVAL_BOUNDS.wholeGroups,
  };
  if (!Number.isInteger(bounds.most) || bounds.most < 0) {
    refuse('most', 'must be a whole number, 0 or more');
  }
  if (!(bounds.percent >= 0 && bounds.percent <= 100)) {
    refuse('percent', 'must be a number from 0 to 100');
  }
  return bounds;
}
