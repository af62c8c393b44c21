import {
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/**
 * Who owns an entity, as the catalog has made it out: an entity reference,
 * several of them in alphabetical order where several own it, or nothing.
 */
export function ownerOf(entity: Entity): string {
  const owners = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => stringifyEntityRef(parseEntityRef(targetRef)));
  return [...new Set(owners)].sort().join(', ');
}

/** The full reference of an entity, in lower case. */
export function refOf(entity: Entity): string {
  return stringifyEntityRef(getCompoundEntityRef(entity));
}
