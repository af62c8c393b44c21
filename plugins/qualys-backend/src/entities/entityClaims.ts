import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  readAccountKey,
  type Bindings,
  type EntityBindings,
} from '../bindings';
import type { SettingsObject } from '../settings';

/** What entities claim at present, and what was decided about it. */
export interface EntityClaims {
  /** All claims of an entity; new ones are written down on the way. */
  read(entity: Entity): Promise<EntityBindings>;
  /** Whether an object is bound to an entity: claimed by it, and accepted. */
  isBound(entity: Entity, object: SettingsObject): Promise<boolean>;
  /**
   * @throws NotFoundError where the object is not bound to the entity, in the
   * same words for all reasons, so that nobody learns which objects there are
   */
  requireBound(entity: Entity, object: SettingsObject): Promise<void>;
  /**
   * The AWS accounts that are bound to an entity in a Security Hub integration.
   *
   * @throws NotFoundError as `requireBound`, where there are none
   */
  requireAccounts(
    entity: Entity,
    integration: { subscription: string; id: string },
  ): Promise<string[]>;
}

/**
 * What is said of an object that is not bound to an entity: the same words for
 * all reasons, so that nobody learns which objects there are.
 */
export function nothingBound(): NotFoundError {
  return new NotFoundError('The entity has nothing of this kind and id');
}

/** Reads the claims of entities. */
export function createEntityClaims(
  bindings: Pick<Bindings, 'notify' | 'recorder'>,
): EntityClaims {
  const read: EntityClaims['read'] = async entity => {
    const { entities, opened } = await bindings.recorder.record([entity]);
    // Nobody who looks at an entity waits for it; it never fails.
    void bindings.notify(opened);
    return entities[0];
  };
  const isBound: EntityClaims['isBound'] = async (entity, object) => {
    const { claims } = await read(entity);
    return claims.some(
      ({ type, subscription, objectId, binding }) =>
        type === object.type &&
        subscription === object.subscription &&
        objectId === object.objectId &&
        binding.state === 'accepted',
    );
  };
  return {
    read,
    isBound,
    async requireBound(entity, object) {
      if (!(await isBound(entity, object))) throw nothingBound();
    },
    async requireAccounts(entity, { subscription, id }) {
      const { claims } = await read(entity);
      const accounts = claims
        .filter(
          claim =>
            claim.type === 'securityHubAccount' &&
            claim.subscription === subscription &&
            claim.binding.state === 'accepted',
        )
        .map(({ objectId }) => readAccountKey(objectId))
        .filter(({ integration }) => integration === id)
        .map(({ awsAccount }) => awsAccount);
      if (accounts.length === 0) throw nothingBound();
      return accounts;
    },
  };
}
