import {
  EntityPolicies,
  FieldFormatEntityPolicy,
  isResourceEntity,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { normalizeOwnerRef } from 'backstage-plugin-qualys-node';

// One malformed envelope would fail the whole mutation. The rest would only
// fail later, entity by entity, in the catalog's processing. The schema of a
// Resource holds that of every entity, which is stricter than that of an
// envelope, and its validator is the one that the catalog itself compiles.
const isResource = resourceEntityV1alpha1Validator;
const policy = EntityPolicies.allOf([
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

// A connector id is a UUID; nothing else in sight may become an annotation
// that routes and links are made from.
const PRINTABLE_ID = /^[\x21-\x7e]{1,200}$/;

/**
 * Checks an entity as the catalog will, and that it is the one of its connector.
 *
 * @throws Error saying what is wrong
 */
export async function validateEntity(
  entity: Entity,
  connector: { entityRef: string; id: string },
): Promise<void> {
  if (!(await isResource.check(entity)) || !isResourceEntity(entity)) {
    throw new Error('its entity is not a Resource');
  }
  await policy.enforce(entity);
  normalizeOwnerRef(entity.spec.owner);
  if (stringifyEntityRef(entity) !== connector.entityRef) {
    throw new Error(`its entity is not called ${connector.entityRef}`);
  }
  if (!PRINTABLE_ID.test(connector.id)) {
    throw new Error('its id is not fit for an annotation');
  }
}
