import type { QualysFeed } from 'backstage-plugin-qualys-common';
import type { RemovalBounds } from '../config';
import { isMissing, type ConnectorRecord } from './halves';
import { removalLimit } from './removals';
import type { CloudScan } from './store';

/** How many of each feed. */
export type FeedCounts = Record<QualysFeed, number>;

/** What the feeds have not shown, although they were read in full. */
export interface MissingRecords {
  /** The ids of those that none of the feeds that know them shows any more. */
  missing: Set<string>;
  /** How many of the missing each feed knew. */
  counts: FeedCounts;
  /** How many each feed has lost that the other still knows, and that are kept since they are too many. */
  keptHalves: FeedCounts;
}

interface Lost {
  record: ConnectorRecord;
  assetManagement: boolean;
  cloudView: boolean;
}

const HALVES = ['assetManagement', 'cloudView'] as const;

function wasSeen({ assetManagement, cloudView }: ConnectorRecord): boolean {
  return Boolean(assetManagement?.connector ?? cloudView?.connector);
}

/**
 * Takes away what the feeds have not shown, although they were read in full.
 * What is missing altogether stays: whether it goes is decided elsewhere. Of a
 * record that one feed still knows, the other half alone goes, unless
 *
 * - its removal is held back: then it stays as it was;
 * - too many of one feed go at once, which is what a change of the rights of
 *   the portal's user looks like: then all of these stay, since owners and
 *   systems may depend on what they said. So does what is missing altogether and
 *   was known to that feed: its word is none.
 */
export function dropMissing(
  records: ReadonlyMap<string, ConnectorRecord>,
  scan: CloudScan,
  held: ReadonlySet<string>,
  bounds: RemovalBounds,
): MissingRecords {
  const missing = new Set<string>();
  const counts: FeedCounts = { assetManagement: 0, cloudView: 0 };
  const known: FeedCounts = { assetManagement: 0, cloudView: 0 };
  const lost: Lost[] = [];
  const gone: Lost[] = [];
  const off = scan.off ?? [];

  for (const record of records.values()) {
    const { assetManagement, cloudView } = record;
    for (const feed of HALVES) {
      if (record[feed]?.provider === scan.provider) known[feed] += 1;
    }
    const noAm = isMissing(assetManagement, 'assetManagement', scan);
    const noCv = isMissing(cloudView, 'cloudView', scan);
    // A feed that is switched off keeps nothing that the other has lost.
    const keptByAm =
      assetManagement && !noAm && !(noCv && off.includes('assetManagement'));
    const keptByCv = cloudView && !noCv && !(noAm && off.includes('cloudView'));
    if (!keptByAm && !keptByCv) {
      missing.add(record.id);
      gone.push({ record, assetManagement: noAm, cloudView: noCv });
      if (noAm) counts.assetManagement += 1;
      if (noCv) counts.cloudView += 1;
    } else if (noAm || noCv) {
      if (!wasSeen(record) && held.has(record.id)) continue;
      lost.push({ record, assetManagement: noAm, cloudView: noCv });
    }
  }

  const keptHalves: FeedCounts = { assetManagement: 0, cloudView: 0 };
  for (const feed of HALVES) {
    const of = lost.filter(each => each[feed]);
    if (of.length > removalLimit(known[feed], bounds)) {
      keptHalves[feed] = of.length;
      for (const each of gone) {
        if (each[feed]) missing.delete(each.record.id);
      }
    } else {
      for (const { record } of of) record[feed] = undefined;
    }
  }
  return { missing, counts, keptHalves };
}
