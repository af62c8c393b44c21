import type { Entity } from '@backstage/catalog-model';

/** The kinds of entities that connectors can belong to, as the catalog writes them in references. */
const OWNER_KINDS = ['group', 'user', 'system'] as const;

/** A kind of entity that connectors can belong to. */
export type OwnerKind = (typeof OWNER_KINDS)[number];

/** The kind of an entity that connectors can belong to; nothing of any other. */
export function ownerKindOf(entity: Entity): OwnerKind | undefined {
  return OWNER_KINDS.find(kind => kind === entity.kind.toLowerCase());
}

/** Whether connectors can belong to an entity: a group, a user or a system. */
export function canOwnConnectors(entity: Entity): boolean {
  return ownerKindOf(entity) !== undefined;
}
