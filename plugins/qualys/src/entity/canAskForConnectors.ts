import type { Entity } from '@backstage/catalog-model';

/** Whether connectors are asked for on the page of an entity: a service, also one that has none yet. */
export function canAskForConnectors(entity: Entity): boolean {
  return entity.kind.toLowerCase() === 'component';
}
