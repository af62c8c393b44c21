import type {
  CatalogApplying,
  CatalogReport,
  CatalogState,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { storable } from '../database';

/** What the catalog says that it made of the mirror. */
export interface CatalogReports {
  /** The latest word; undefined before the first. */
  latest(): Promise<CatalogState | undefined>;
  /** Writes the catalog's word down, in place of the one before. */
  note(report: CatalogReport): Promise<CatalogState>;
  /** Who is bringing it to a snapshot, or died of it; undefined where that is done. */
  applying(): Promise<string | undefined>;
  /** Writes down that somebody begins to, or is done. */
  noteApplying(applying: CatalogApplying): Promise<void>;
}

/** Opens the catalog's reports in the plugin's database. */
export function createCatalogReports(knex: Knex): CatalogReports {
  return {
    async latest() {
      const row = await knex('catalog_reports').where({ id: 1 }).first();
      return (
        row && { ...(JSON.parse(row.report) as CatalogReport), at: row.at }
      );
    },
    async note(report) {
      const at = new Date().toISOString();
      await knex('catalog_reports')
        .insert({ id: 1, at, report: storable(JSON.stringify(report)) })
        .onConflict('id')
        .merge();
      return { ...report, at };
    },
    async applying() {
      const row = await knex('catalog_applying').where({ id: 1 }).first();
      return row?.by;
    },
    async noteApplying({ by, done }) {
      if (done) {
        // Whoever has begun since is not done yet.
        await knex('catalog_applying')
          .where({ id: 1, by: storable(by) })
          .delete();
        return;
      }
      await knex('catalog_applying')
        .insert({ id: 1, at: new Date().toISOString(), by: storable(by) })
        .onConflict('id')
        .merge();
    },
  };
}
