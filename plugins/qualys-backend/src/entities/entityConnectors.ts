import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type {
  BoundObjectType,
  EntitySummary,
  MirroredConnector,
  Problem,
} from 'backstage-plugin-qualys-common';
import { forViewers } from '../errors';
import type { CredentialsStore, MigrationStore } from '../connectors';
import type { ConnectorKey, MirrorAges, MirrorStore } from '../mirror';
import type { CachedReads } from '../reads';
import type { S3Store } from '../s3';
import type { WebAppReads } from '../webApps';
import { claimedSecurityHub } from './claimedSecurityHub';
import type { EntityClaims } from './entityClaims';
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
  claims: Pick<EntityClaims, 'read'>;
  credentials: Pick<CredentialsStore, 'getMany'>;
  mirror: Pick<MirrorStore, 'getMany'>;
  migrations: Pick<MigrationStore, 'getMany'>;
  mirrorAges: MirrorAges;
  readOwnConnector: ReadOwnConnector;
  reads: Pick<CachedReads, 'readAtOnce'>;
  s3: Pick<S3Store, 'get'>;
  webApps: Pick<WebAppReads, 'atOnce'>;
}): EntityConnectors {
  const { claims, mirror, mirrorAges, readOwnConnector } = options;
  const { credentials, migrations, reads, s3, webApps } = options;

  /** Adds what the portal itself knows of connectors. */
  const withOwnFacts = async (
    connectors: readonly MirroredConnector[],
  ): Promise<MirroredConnector[]> => {
    const [underWay, keys] = await Promise.all([
      migrations.getMany(connectors),
      credentials.getMany(connectors),
    ]);
    return connectors.map(connector => {
      const ofIt = (other: ConnectorKey) =>
        other.subscription === connector.subscription &&
        other.id === connector.id;
      const { migration } = underWay.find(ofIt) ?? {};
      const known = keys.find(ofIt)?.credentials;
      return {
        ...connector,
        ...(known && { credentials: known }),
        ...(migration && {
          externalIdMigration: { by: migration.by, since: migration.at },
        }),
      };
    });
  };

  /** The claims of an entity, and the connectors among them. */
  const claimedBy = async (entity: Entity) => {
    const [readOwn, { entityRef, claims: all, problems }] = await Promise.all([
      readOwnConnector(entity),
      claims.read(entity),
    ]);
    const ofType = (wanted: BoundObjectType) =>
      all.filter(({ type }) => type === wanted);

    const accepted = ofType('connector')
      .filter(({ binding }) => binding.state === 'accepted')
      .map(({ subscription, objectId: id }) => ({ subscription, id }));
    const connectors = await withOwnFacts([
      ...(await mirror.getMany(accepted)),
      ...(readOwn ? [readOwn] : []),
    ]);
    const own =
      readOwn &&
      connectors.find(({ subscription, id: objectId }) =>
        isSame({ subscription, objectId }, readOwn),
      );
    const claimed = ofType('connector')
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
    return {
      entityRef,
      problems,
      ofType,
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
      shown: [...accepted, ...(own ? [own] : [])],
    };
  };

  const summary = async (entity: Entity): Promise<EntitySummary> => {
    const { entityRef, problems, ofType, connectors, shown } = await claimedBy(
      entity,
    );
    const s3Integrations = await Promise.all(
      ofType('s3Integration').map(
        async ({ subscription, objectId, binding: { state } }) => ({
          subscription,
          objectId,
          state,
          ...(state === 'accepted' && {
            integration: await s3.get({ subscription, id: objectId }),
          }),
        }),
      ),
    );
    const claimedWebApps = await Promise.all(
      ofType('webApp').map(
        async ({ subscription, objectId, binding: { state } }) => ({
          subscription,
          objectId,
          state,
          ...(state === 'accepted' &&
            (await webApps.atOnce({ subscription, id: objectId }))),
        }),
      ),
    );
    return {
      entityRef,
      connectors,
      s3Integrations,
      webApps: claimedWebApps,
      securityHub: await claimedSecurityHub(
        ofType('securityHubAccount'),
        reads,
      ),
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
      const { connectors } = await claimedBy(entity);
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
