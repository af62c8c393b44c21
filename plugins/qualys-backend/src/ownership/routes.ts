import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ownershipSchema,
  qualysConnectorReadPermission,
} from 'backstage-plugin-qualys-common';
import { defineRoute, type CallerCredentials, type Route } from '../http';
import type { MirrorStore } from '../mirror';
import type { Authorizer } from '../permissions';
import { REQUESTED_RULE, type OwnershipRules } from './rules';

/** The route that tells which rule owns what. */
export function ownershipRoutes(deps: {
  authorizer: Authorizer;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  mirror: Pick<MirrorStore, 'ownerRules'>;
  rules: OwnershipRules;
}): Route[] {
  const { authorizer, catalog, mirror, rules } = deps;

  const missingOf = async (
    refs: readonly string[],
    credentials: CallerCredentials,
  ): Promise<Set<string>> => {
    const entityRefs = [...new Set(refs)];
    if (entityRefs.length === 0) return new Set();
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind'] },
      { credentials },
    );
    return new Set(entityRefs.filter((_, index) => !items[index]));
  };

  return [
    defineRoute({
      method: 'get',
      path: '/ownership',
      summary: 'Which rule of the configuration owns what, and what is unowned',
      response: ownershipSchema,
      allow: ['user', 'service'],
      async handler({ credentials }) {
        await authorizer.require(qualysConnectorReadPermission, credentials);
        const given = rules.all.map(({ gives }) => gives);
        const refsOf = ({ owner, system }: (typeof given)[number]) =>
          system === undefined ? [owner] : [owner, system];
        const [counts, missing] = await Promise.all([
          mirror.ownerRules(),
          missingOf(given.flatMap(refsOf), credentials),
        ]);
        const known = new Set([
          REQUESTED_RULE,
          ...given.map(({ rule }) => rule),
        ]);
        const requested = counts.get(REQUESTED_RULE);
        return {
          rules: rules.all.map(({ conditions, gives }) => ({
            ...gives,
            conditions: conditions.map(({ field, values }) => ({
              field,
              values: [...values],
            })),
            connectors: counts.get(gives.rule) ?? 0,
            notFound: refsOf(gives).filter(ref => missing.has(ref)),
          })),
          ...(requested !== undefined && {
            requested: { rule: REQUESTED_RULE, connectors: requested },
          }),
          others: [...counts]
            .filter(([rule]) => rule !== '' && !known.has(rule))
            .map(([rule, connectors]) => ({ rule, connectors })),
          unowned: counts.get('') ?? 0,
          total: [...counts.values()].reduce((sum, count) => sum + count, 0),
        };
      },
    }),
  ];
}
