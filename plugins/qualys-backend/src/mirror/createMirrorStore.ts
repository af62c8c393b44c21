import type { Knex } from 'knex';
import { DEFAULT_REMOVAL_BOUNDS, type RemovalBounds } from '../config';
import { applyScan } from './applyScan';
import { readCounts, readOwners } from './counts';
import { describeAgain } from './describeAgain';
import { listConnectors } from './list';
import type { OnMirrorNews } from './news';
import { present } from './present';
import {
  CONNECTOR_COLUMNS,
  toMirroredConnector,
  type ConnectorRow,
} from './row';
import { readSnapshot } from './snapshot';
import type { ConnectorKey, DescribeConnector, MirrorStore } from './store';

/** Opens the mirror in the plugin's database. */
export function createMirrorStore(options: {
  knex: Knex;
  /** The configured subscriptions; the mirror shows no others. */
  subscriptions: readonly { id: string; removals?: RemovalBounds }[];
  describe: DescribeConnector;
  /** Is told of what a scan changed. */
  onNews?: OnMirrorNews;
}): MirrorStore {
  const { knex, describe, onNews } = options;
  const ids = options.subscriptions.map(({ id }) => id);
  const bounds = new Map(
    options.subscriptions.map(({ id, removals }) => [id, removals]),
  );

  const getMany = async (keys: readonly ConnectorKey[]) => {
    if (keys.length === 0) return [];
    const rows: ConnectorRow[] = await present(knex, ids)
      .select(CONNECTOR_COLUMNS)
      .whereIn(
        ['subscription', 'connector_id'],
        keys.map(({ subscription, id }) => [subscription, id]),
      );
    return rows.map(toMirroredConnector);
  };

  return {
    getMany,
    get: async key => (await getMany([key]))[0],
    list: query => listConnectors(knex, ids, query),
    snapshot: query => readSnapshot(knex, ids, query),
    async applyScan(scan) {
      const { result, news } = await applyScan(
        knex,
        scan,
        describe,
        bounds.get(scan.subscription) ?? DEFAULT_REMOVAL_BOUNDS,
      );
      onNews?.(news);
      return result;
    },
    describeAgain: () => describeAgain(knex, ids, describe),
    counts: () => readCounts(knex, ids),
    owners: () => readOwners(knex, ids),
  };
}
