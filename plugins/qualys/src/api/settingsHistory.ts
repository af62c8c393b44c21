import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  EntityHistoryQuery,
  SettingsHistory,
  SettingsHistoryCsvQuery,
  SettingsHistoryQuery,
} from 'backstage-plugin-qualys-common';
import type { QualysRequestOptions } from './requests';
import { entityPath, type Transport } from './transport';

/**
 * Who changed which settings.
 *
 * @public
 */
export interface QualysSettingsHistoryApi {
  /** Who changed what on the page of an entity, newest first. */
  getEntityHistory(
    entity: CompoundEntityRef,
    query: Partial<EntityHistoryQuery>,
    options?: QualysRequestOptions,
  ): Promise<SettingsHistory>;

  /** Who changed what, of all entities, newest first. */
  getHistory(
    query: Partial<SettingsHistoryQuery>,
    options?: QualysRequestOptions,
  ): Promise<SettingsHistory>;

  /** The same as CSV, a line for each setting that changed: all of it, up to 10,000 entries. */
  getHistoryCsv(
    query: SettingsHistoryCsvQuery,
    options?: QualysRequestOptions,
  ): Promise<string>;
}

/** The same over HTTP. */
export function settingsHistoryCalls({
  call,
  text,
}: Transport): QualysSettingsHistoryApi {
  return {
    getEntityHistory: (entity, query, options) =>
      call({
        path: [...entityPath(entity), 'history'],
        query,
        answer: 'settingsHistorySchema',
        ...options,
      }),

    getHistory: (query, options) =>
      call({
        path: ['history'],
        query,
        answer: 'settingsHistorySchema',
        ...options,
      }),

    getHistoryCsv: (query, options) =>
      text({ path: ['history', 'csv'], query, ...options }),
  };
}
