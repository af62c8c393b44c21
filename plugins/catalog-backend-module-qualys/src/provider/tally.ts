import { stringifyEntityRef } from '@backstage/catalog-model';
import type {
  CatalogReport,
  SkippedEntity,
} from 'backstage-plugin-qualys-common';
import type { EntityCollector } from '../entities';

// So many connectors without an entity are told of one by one.
const MAX_NAMED = 20;

/** Knows which connectors have an entity, and keeps that up with what changes. */
export interface Tally {
  /** Takes in what came of some connectors, and that others have gone. */
  change(collected: EntityCollector, removed: readonly string[]): void;
  /** The entity references of those that have an entity, but do not occur among others. */
  notIn(others: EntityCollector): string[];
  counts(): Omit<CatalogReport, 'revision' | 'keptBecause'>;
}

/** Begins to count. */
export function createTally(): Tally {
  const entities = new Set<string>();
  const leftOut = new Set<string>();
  const skipped = new Map<string, SkippedEntity>();

  const forget = (entityRef: string) => {
    entities.delete(entityRef);
    leftOut.delete(entityRef);
    skipped.delete(entityRef);
  };
  const change: Tally['change'] = (collected, removed) => {
    removed.forEach(forget);
    for (const { entity } of collected.entities) {
      const entityRef = stringifyEntityRef(entity);
      forget(entityRef);
      entities.add(entityRef);
    }
    for (const entityRef of collected.leftOut) {
      forget(entityRef);
      leftOut.add(entityRef);
    }
    // What has no valid entity any more keeps the one that it had.
    for (const [entityRef, why] of collected.skipped) {
      skipped.set(entityRef, why);
    }
  };

  return {
    change,
    notIn(others) {
      const there = new Set([
        ...others.entities.map(({ entity }) => stringifyEntityRef(entity)),
        ...others.skipped.keys(),
      ]);
      return [...entities].filter(entityRef => !there.has(entityRef));
    },
    counts: () => ({
      entities: entities.size,
      skipped: skipped.size,
      skippedEntities: [...skipped.values()].slice(0, MAX_NAMED),
      leftOut: leftOut.size,
    }),
  };
}
