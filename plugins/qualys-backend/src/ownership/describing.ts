import { connectorEntityRef } from 'backstage-plugin-qualys-node';
import { ownRecord } from '../feeds';
import type { DescribeConnector } from '../mirror';
import type { PlacementStore } from '../placements';
import type { Ownership } from './ownership';
import { REQUESTED_RULE } from './rules';

/**
 * Makes what tells who owns the connectors of a subscription and what their
 * entities are: by the rules of the configuration, and where none fits by whom
 * they were created for. The latter is read once for all connectors, when it
 * is made.
 */
export function createDescribing(deps: {
  ownership: Ownership;
  placements: Pick<PlacementStore, 'getAll'>;
}): (subscription: string) => Promise<DescribeConnector> {
  const { ownership, placements } = deps;
  return async subscription => {
    const placed = await placements.getAll(subscription);
    return async connector => {
      const { id, provider, assetManagement } = connector;
      // What was placed before CloudView knew it goes by another id until now.
      const placement =
        placed.get(id) ??
        (assetManagement &&
          placed.get(ownRecord({ id: assetManagement.id, provider })));
      const { ownership: owned, certain } = await ownership(
        {
          connector,
          subscription,
          tags: assetManagement?.defaultTags ?? [],
        },
        placement && {
          owner: placement.owner,
          rule: REQUESTED_RULE,
          system: placement.system,
        },
      );
      return {
        owner: owned?.owner,
        ownerRule: owned?.rule,
        certain,
        system: owned?.system,
        labels: owned?.labels,
        entityRef: connectorEntityRef(
          connector,
          subscription,
          owned?.namespace,
        ),
      };
    };
  };
}
