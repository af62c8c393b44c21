import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type {
  EntitySummary,
  MirroredConnector,
  Problem,
} from 'backstage-plugin-qualys-common';
import type { Bindings } from '../bindings';
import { forViewers } from '../errors';
import type { ConnectorKey, MirrorAges, MirrorStore } from '../mirror';
import type { ReadOwnConnector } from './ownConnector';

/** What is bound to entities. */
export interface EntityConnectors {
  /** All that is bound to an entity, and where its claims stand. */
  summary(entity: Entity): Promise<EntitySummary>;

  /**
   * One connector that is bound to an entity.
   *
   * @throws NotFoundError when it is not, or not yet, or Qualys does not know it
   */
  connector(entity: Entity, key: ConnectorKey): Promise<MirroredConnector>;
}

/** Reads what is bound to entities; their claims are written down on the way. */
export function createEntityConnectors(options: {
  bindings: Pick<Bindings, 'notify' | 'recorder'>;
  mirror: Pick<MirrorStore, 'getMany'>;
  mirrorAges: MirrorAges;
  readOwnConnector: ReadOwnConnector;
}): EntityConnectors {
  const { bindings, mirror, mirrorAges, readOwnConnector } = options;

  const summary = async (entity: Entity): Promise<EntitySummary> => {
    const [own, { entities, opened }] = await Promise.all([
      readOwnConnector(entity),
      bindings.recorder.record([entity]),
    ]);
    // Nobody who looks at an entity waits for it; it never fails.
    void bindings.notify(opened);
    const [{ entityRef, claims, problems }] = entities;

    const accepted = claims
      .filter(({ binding }) => binding.state === 'accepted')
      .map(({ subscription, objectId: id }) => ({ subscription, id }));
    const connectors = await mirror.getMany(accepted);
    const claimed = claims
      .filter(claim => !isSame(claim, own))
      .map(({ subscription, objectId, binding: { state } }) => {
        // Found for accepted claims alone.
        const connector = connectors.find(candidate =>
          isSame({ subscription, objectId }, candidate),
        );
        return {
          subscription,
          objectId,
          state,
          ...(connector && { connector }),
        };
      });
    const shown = [...accepted, ...(own ? [own] : [])];
    return {
      entityRef,
      connectors: own
        ? [
            {
              subscription: own.subscription,
              objectId: own.id,
              state: 'accepted' as const,
              connector: own,
            },
            ...claimed,
          ]
        : claimed,
      problems,
      mirror: (
        await mirrorAges(shown.map(({ subscription }) => subscription))
      ).map(age => ({
        ...withoutInternals(age),
        feeds: age.feeds.map(withoutInternals),
      })),
    };
  };

  return {
    summary,
    async connector(entity, { subscription, id }) {
      const { connectors } = await summary(entity);
      const found = connectors.find(
        claim => claim.subscription === subscription && claim.objectId === id,
      );
      if (!found?.connector) {
        // The same words for all reasons, so that nobody learns which
        // connectors there are.
        throw new NotFoundError('The entity has no such connector');
      }
      return found.connector;
    },
  };
}

function withoutInternals<T extends { problem?: Problem }>(of: T): T {
  return of.problem ? { ...of, problem: forViewers(of.problem) } : of;
}

function isSame(
  claim: { subscription: string; objectId: string },
  connector: ConnectorKey | undefined,
): boolean {
  return (
    connector?.subscription === claim.subscription &&
    connector.id === claim.objectId
  );
}
