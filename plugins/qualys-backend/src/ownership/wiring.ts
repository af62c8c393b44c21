import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { OwnershipResolver } from 'backstage-plugin-qualys-node';
import type { Knex } from 'knex';
import type { DescribeConnector } from '../mirror';
import { createPlacementStore, type PlacementStore } from '../placements';
import { createDescribing } from './describing';
import { createOwnership } from './ownership';
import { readOwnershipRules, type OwnershipRules } from './rules';

/**
 * Joins what tells who owns connectors.
 *
 * @throws InputError naming the key of the configuration that is wrong
 */
export function wireOwnership(deps: {
  config: Config;
  knex: Knex;
  logger: LoggerService;
  /** Of a module of this plugin, which has the last word. */
  resolver?: OwnershipResolver;
}): {
  /** For the mirror: tells what the portal adds to the connectors of a subscription. */
  describing: (subscription: string) => Promise<DescribeConnector>;
  /** What that tells by; empty where it may tell something else at any time. */
  describedBy: string;
  placements: PlacementStore;
  rules: OwnershipRules;
} {
  const { config, knex, logger, resolver } = deps;
  const rules = readOwnershipRules(config);
  const placements = createPlacementStore(knex);
  return {
    describing: createDescribing({
      ownership: createOwnership({ rules, resolver, logger }),
      placements,
    }),
    // A module may answer something else each time.
    describedBy: resolver
      ? ''
      : JSON.stringify(config.getOptional('qualys.ownership') ?? {}),
    placements,
    rules,
  };
}
