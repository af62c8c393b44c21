import type { Knex } from 'knex';
import type { AssetDataConnector, CloudConnector } from 'qualys-model';
import { storable } from '../database';
import { halfChecksum } from './fingerprint';
import type { ConnectorRow } from './row';
import type { CloudScan, FeedScan } from './store';

/** A scan without what the mirror knows better by now. */
export interface CurrentScan {
  scan: CloudScan;
  /** Whether the newest of CloudView may not show what was left out, so that all of it is to be read the next time. */
  gap: boolean;
}

type Told = Pick<
  ConnectorRow,
  'connector_id' | 'am_id' | 'cv_checksum' | 'removed_at'
>;

/** Whether a scan is of connectors that were asked for one by one. */
export function isSingle({ assetManagement, cloudView }: CloudScan): boolean {
  return [assetManagement, cloudView].some(feed => feed?.coverage === 'single');
}

// What went was counted until now, and what is another may not come first the
// next time.
function leavesGap({ cloudView }: CloudScan, told: readonly Told[]): boolean {
  const ofCloudView = told.filter(row => row.cv_checksum !== null);
  const checksums = new Map(
    ofCloudView.map(row => [row.connector_id, row.cv_checksum]),
  );
  return (
    ofCloudView.some(row => row.removed_at !== null) ||
    (cloudView?.connectors ?? []).some(connector => {
      const checksum = checksums.get(storable(connector.id));
      return checksum !== undefined && checksum !== halfChecksum(connector);
    })
  );
}

function without<T extends AssetDataConnector | CloudConnector>(
  scan: FeedScan<T> | undefined,
  told: readonly Told[],
  idOf: (row: Told) => string | null,
): FeedScan<T> | undefined {
  if (!scan) return undefined;
  const ids = new Set(told.map(idOf));
  const there = told.filter(row => row.removed_at === null).map(idOf);
  return {
    ...scan,
    connectors: scan.connectors.filter(({ id }) => !ids.has(storable(id))),
    // As they were known last, whether they came or not.
    unread: [
      ...(scan.unread ?? []),
      ...there.filter((id): id is string => id !== null),
    ],
  };
}

/**
 * Leaves out of a scan what it says of connectors that somebody has changed,
 * created or deleted through the portal since its reading began: it may have
 * read them before. They stay as they are, whether it shows them or not, and
 * the next scan has the last word.
 */
export async function withoutTold(
  knex: Knex,
  given: CloudScan,
): Promise<CurrentScan> {
  const { expected, provider, subscription } = given;
  if (!expected) return { scan: given, gap: false };
  const told: Told[] = await knex('connectors')
    .where({ subscription, provider })
    .where('told', '>', expected.generation)
    .select('connector_id', 'am_id', 'cv_checksum', 'removed_at');
  if (told.length === 0) return { scan: given, gap: false };

  return {
    scan: {
      ...given,
      assetManagement: without(given.assetManagement, told, row => row.am_id),
      cloudView: without(given.cloudView, told, row =>
        row.cv_checksum === null ? null : row.connector_id,
      ),
    },
    gap: leavesGap(given, told),
  };
}
