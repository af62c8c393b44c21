import type { QualysFeed } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type {
  AssetDataConnector,
  CloudConnector,
  CloudProvider,
} from 'qualys-model';
import { chunks, storable } from '../database';
import { halfChecksum } from './fingerprint';
import { heldIds } from './heldBack';
import type { ConnectorRow } from './row';
import type { CloudScan, Describer, FeedScan } from './store';

/**
 * What a reading of a cloud brings where nothing has happened. It is held
 * against what comes page by page, while the next page is on its way, so that
 * in the end it is known at once whether there is anything to work out.
 */
export interface ExpectedCloud {
  /** How often the subscription had been written to when the reading began. */
  generation: number;
  /** What CloudView showed last: a checksum by id. */
  cloudView: ReadonlyMap<string, string>;
  /** Holds what has come of a feed against what is known, and lets others have their turns meanwhile. */
  note(
    feed: QualysFeed,
    connectors: readonly (AssetDataConnector | CloudConnector)[],
  ): Promise<void>;
  /** Whether a scan, all of which was noted, has brought nothing but what is known. */
  isAllOf(scan: CloudScan): boolean;
}

// A millisecond or so. The call for the next page is on its way only once the
// turn in which it was asked for has ended, and not all at once.
const CONNECTORS_PER_TURN = 100;

type Row = Pick<
  ConnectorRow,
  | 'connector_id'
  | 'am_id'
  | 'am_checksum'
  | 'cv_checksum'
  | 'described'
  | 'disagreement'
>;

function createNotes(known: ReadonlyMap<string, string>) {
  const same = new Set<string>();
  let others = 0;
  return {
    note(connectors: readonly (AssetDataConnector | CloudConnector)[]) {
      for (const connector of connectors) {
        const id = storable(connector.id);
        if (known.get(id) === halfChecksum(connector)) same.add(id);
        else others += 1;
      }
    },
    // Of the newest alone, the others are as they were.
    isAllOf(scan: FeedScan<unknown> | undefined): boolean {
      if (!scan) return true;
      const { connectors, coverage, unread = [] } = scan;
      if (others > 0 || unread.length > 0 || connectors.length !== same.size) {
        return false;
      }
      return (
        coverage === 'newest' ||
        (coverage === 'whole' && same.size === known.size)
      );
    },
  };
}

/** Reads what is to be expected of a cloud by who begins to read it at a generation. */
export async function expectCloud(
  knex: Knex,
  key: { subscription: string; provider: CloudProvider; generation: number },
  { describedBy }: Describer,
): Promise<ExpectedCloud> {
  const { subscription, provider, generation } = key;
  const rows: Row[] = await knex('connectors')
    .where({ subscription, provider })
    .whereNull('removed_at')
    .select(
      'connector_id',
      'am_id',
      'am_checksum',
      'cv_checksum',
      'described',
      'disagreement',
    );
  const known = {
    assetManagement: new Map(
      rows.flatMap(row =>
        row.am_id !== null && row.am_checksum !== null
          ? [[row.am_id, row.am_checksum]]
          : [],
      ),
    ),
    cloudView: new Map(
      rows.flatMap(row =>
        row.cv_checksum !== null ? [[row.connector_id, row.cv_checksum]] : [],
      ),
    ),
  };
  const notes = {
    assetManagement: createNotes(known.assetManagement),
    cloudView: createNotes(known.cloudView),
  };
  const held = await heldIds(knex, { subscription, provider });
  // Whether there is anything to work out even if nothing has happened.
  const isSettled =
    describedBy !== '' &&
    held.length === 0 &&
    rows.every(
      row => row.described === describedBy && row.disagreement === null,
    );
  return {
    generation,
    cloudView: known.cloudView,
    async note(feed, connectors) {
      for (const batch of chunks(connectors, CONNECTORS_PER_TURN)) {
        await new Promise(setImmediate);
        notes[feed].note(batch);
      }
    },
    isAllOf: scan =>
      isSettled &&
      notes.assetManagement.isAllOf(scan.assetManagement) &&
      notes.cloudView.isAllOf(scan.cloudView),
  };
}
