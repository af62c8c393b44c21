import {
  coreServices,
  createBackendModule,
  type BackendFeature,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import { setTimeout as pause } from 'node:timers/promises';

/** The state of an entity in the catalog, which is another one when it has been rewritten. */
export type EntityStates = Map<string, string>;

/** What stands in the database of a backend's catalog. */
export interface CatalogDatabase {
  feature: BackendFeature;
  /** Waits until so many entities are visible, that is, processed and stitched. */
  untilVisible(count: number): Promise<void>;
  /** The state of each entity, by its reference. */
  states(): Promise<EntityStates>;
}

const SHORTEST_WAIT_MS = 25;
const LONGEST_WAIT_MS = 5_000;

/** Looks into the database of the catalog, in the catalog's own backend. */
export function lookIntoCatalog(): CatalogDatabase {
  let database: DatabaseService;

  const visible = async () => {
    const knex = await database.getClient();
    const [{ count }] = await knex('final_entities')
      .whereNotNull('final_entity')
      .count({ count: '*' });
    return Number(count);
  };

  return {
    feature: createBackendModule({
      pluginId: 'catalog',
      moduleId: 'bench-database',
      register(registration) {
        registration.registerInit({
          deps: { database: coreServices.database },
          async init(deps) {
            database = deps.database;
          },
        });
      },
    }),
    // Looks the more often the nearer the end, since to count keeps the
    // catalog from its work.
    async untilVisible(expected) {
      const began = performance.now();
      for (;;) {
        const count = await visible();
        if (count >= expected) return;
        const elapsed = performance.now() - began;
        const left = count ? (elapsed / count) * (expected - count) : elapsed;
        await pause(
          Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, left / 4)),
        );
      }
    },
    async states() {
      const knex = await database.getClient();
      const rows: Record<string, unknown>[] = await knex('refresh_state')
        .leftJoin('final_entities', {
          'final_entities.entity_id': 'refresh_state.entity_id',
        })
        .select({
          ref: 'refresh_state.entity_ref',
          given: 'refresh_state.unprocessed_hash',
          processed: 'refresh_state.result_hash',
          shown: 'final_entities.hash',
          // What is written again is due for processing at once.
          due: 'refresh_state.next_update_at',
        });
      return new Map(
        rows.map(({ ref, ...state }) => [String(ref), JSON.stringify(state)]),
      );
    },
  };
}
