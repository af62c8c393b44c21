import {
  SCAN_DATE_FORMATS,
  type AssetDataConnector,
  type ScanDateFormat,
} from 'qualys-model';
import { z } from 'zod';
import type { CallOptions } from '../http';
import { checkedBy } from '../input';
import {
  checkedQpsId,
  checkedWhere,
  qpsCreate,
  qpsGet,
  qpsSearch,
  qpsWrite,
  qpsWriteOne,
  type Qps,
  type QpsObject,
} from '../qps';
import type {
  AssetDataConnectors,
  AssetDataConnectorWriteOptions,
} from './connectors';
import { CONNECTOR_FIELDS } from './fields';
import type { ConnectorData } from './write';

/** How the connectors of one cloud differ from those of the others. */
export interface Cloud<
  S extends z.ZodType,
  T extends AssetDataConnector,
  Settings,
  Changes,
  WriteOptions,
> {
  /** As paths name them: `awsassetdataconnector`. */
  noun: string;
  /** For people: `an AWS connector`. */
  what: string;
  object: QpsObject<S, T>;
  settings(options: WriteOptions): z.ZodType<Settings>;
  changes(options: WriteOptions): z.ZodType<Changes>;
  settingsData(settings: Settings, dateFormat?: ScanDateFormat): ConnectorData;
  changesData(changes: Changes, dateFormat?: ScanDateFormat): ConnectorData;
  /** What of them nobody may see. */
  secrets(given: Settings | Changes): string[];
}

const BASE = '/qps/rest/3.0';
const PAGE_SIZE = 1000;

const DATE_FORMATS = `must be one of ${SCAN_DATE_FORMATS.join(', ')}`;
const writeOptions = z.looseObject({
  dateFormat: z.enum(SCAN_DATE_FORMATS, DATE_FORMATS).optional(),
});

/** The connectors of one cloud, on the `qps` dialect. */
export function assetDataConnectorsOf<
  S extends z.ZodType,
  T extends AssetDataConnector,
  Settings,
  Changes,
  WriteOptions extends AssetDataConnectorWriteOptions,
>(
  qps: Qps,
  cloud: Cloud<S, T, Settings, Changes, WriteOptions>,
): AssetDataConnectors<T, Settings, Changes, WriteOptions> {
  const { noun, what, object } = cloud;
  const one = (verb: string, id: string) => ({
    path: `${BASE}/${verb}/am/${noun}/{id}`,
    params: checkedQpsId(id, 'A connector of Asset Management'),
  });

  function changing(changes: Changes, options: WriteOptions) {
    const { dateFormat } = checkedBy(writeOptions, options, 'The options');
    const checked = checkedBy(
      cloud.changes(options),
      changes,
      `The changes to ${what}`,
    );
    return {
      data: { [object.name]: cloud.changesData(checked, dateFormat) },
      secrets: cloud.secrets(checked),
    };
  }

  return {
    search: options =>
      qpsSearch(
        qps,
        {
          path: `${BASE}/search/am/${noun}`,
          object,
          identity: ({ id }) => id,
          fields: CONNECTOR_FIELDS,
          what: 'A search for connectors',
          pageSize: PAGE_SIZE,
        },
        options,
      ),

    get: async (id, options) => qpsGet(qps, object, one('get', id), options),

    async create(settings, options = {} as WriteOptions) {
      const { dateFormat } = checkedBy(writeOptions, options, 'The options');
      const checked = checkedBy(
        cloud.settings(options),
        settings,
        `The settings of ${what}`,
      );
      return qpsCreate(
        qps,
        object,
        {
          path: `${BASE}/create/am/${noun}`,
          request: {
            data: { [object.name]: cloud.settingsData(checked, dateFormat) },
          },
          secrets: cloud.secrets(checked),
        },
        options,
      );
    },

    async update(id, changes, options = {} as WriteOptions) {
      const path = one('update', id);
      const { data, secrets } = changing(changes, options);
      // Every documented answer names the connector: one that does not leaves
      // open which connector was changed, as after a creation.
      return qpsCreate(
        qps,
        object,
        { ...path, request: { data }, secrets },
        options,
      );
    },

    async updateWhere(filters, changes, options = {} as WriteOptions) {
      const where = checkedWhere(
        filters,
        CONNECTOR_FIELDS,
        'An update of connectors',
      );
      const { data, secrets } = changing(changes, options);
      return qpsWrite(
        qps,
        object,
        {
          path: `${BASE}/update/am/${noun}`,
          request: { filters: where, data },
          secrets,
        },
        options,
      );
    },

    // The page for AWS shows POST, the one for Azure DELETE.
    async delete(id: string, options?: CallOptions) {
      await qpsWriteOne(
        qps,
        object,
        id,
        { ...one('delete', id), otherMethod: 'DELETE' },
        options,
      );
    },

    async run(id: string, options?: CallOptions) {
      await qpsWriteOne(qps, object, id, one('run', id), options);
    },
  };
}
