/*
 * What it costs to bring connectors from Qualys into the mirror and from there
 * into the catalog, each measured thing in a process of its own, and the
 * simulator in yet another one. See docs/development.md for what the rows mean.
 */
import type { Figure } from './figures';
import { handedOverFigures, unseenFigures } from './sync/handedOverFigures';
import { DATABASES, databasesOn, type DatabaseName } from './sync/databases';
import { rewrittenFigures, steadyFigures } from './sync/steadyFigures';
import type { Where } from './sync/where';

const FIGURES: Record<string, (where: Where) => Promise<Figure[]>> = {
  '1000': where => handedOverFigures(where, { connectors: 1_000, floors: 3 }),
  '10000': where => handedOverFigures(where, { connectors: 10_000, floors: 2 }),
  '50000': where =>
    unseenFigures(where, {
      connectors: 50_000,
      // Backstage takes minutes for one mutation of that size on PostgreSQL.
      floors: where.name === DATABASES.postgresql ? 1 : 3,
    }),
  steady: where => steadyFigures(where, { connectors: 10_000 }),
  rewritten: where => rewrittenFigures(where, { connectors: 1_000 }),
};

const DATABASE_NAMES = Object.keys(DATABASES) as DatabaseName[];

/** Measurements, and the databases they are made on. */
export const PARTS = [...Object.keys(FIGURES), ...DATABASE_NAMES];

/** The benchmark. */
export async function* run(parts: readonly string[]): AsyncGenerator<Figure[]> {
  // Who names only databases wants everything on them, and the other way round.
  const named = <T extends string>(all: T[]): T[] => {
    const some = all.filter(each => parts.includes(each));
    return some.length ? some : all;
  };
  for (const part of named(Object.keys(FIGURES))) {
    for (const database of named(DATABASE_NAMES)) {
      const databases = databasesOn(database);
      try {
        yield await FIGURES[part]({ name: DATABASES[database], databases });
      } finally {
        databases.remove();
      }
    }
  }
}
