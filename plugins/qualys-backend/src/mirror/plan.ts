import type { Knex } from 'knex';
import type { RemovalBounds } from '../config';
import { chunks } from '../database';
import { joinHalves, ownRecord } from '../feeds';
import {
  halvesOf,
  isMissing,
  isUnread,
  readHalves,
  readKnown,
  recordsOf,
  withScan,
  type AllHalves,
  type ConnectorRecord,
  type Known,
} from './halves';
import { heldIds } from './heldBack';
import { dropMissing, type FeedCounts } from './missing';
import type { Renamed } from './carryOver';
import { readGeneration } from './revision';
import {
  toFacts,
  toHalves,
  type ConnectorFacts,
  type ConnectorHalves,
} from './row';
import type { CloudScan, Describer } from './store';
import { withoutTold } from './told';

/** A record that is to be written. */
export interface PlannedRecord {
  facts: ConnectorFacts & ConnectorHalves;
  before?: Known;
  /** When it was seen last. */
  seen: string;
}

/** What a scan does to the mirror, unless somebody else writes to it first. */
export interface ScanPlan {
  /** How often the mirror had been written to. */
  generation: number;
  /** How many connectors of the cloud there are. */
  present: number;
  /** What is new, or of which any feed says something else than before. */
  touched: PlannedRecord[];
  /** The records that a feed has shown as they were. */
  same: { record: ConnectorRecord; before: Known }[];
  /** Those that no feed has shown, although each that knew them was read in full. */
  missing: Known[];
  /** Those that have not been shown for whatever reason, the missing among them. What was shown and not understood is not. */
  unseen: Known[];
  /** The records that have become part of others, or changed their ids. */
  absorbed: Known[];
  /** Those of them that now go by the id that CloudView gave them. */
  renamed: Renamed[];
  /** By how many what is known of each feed exceeds what it showed, where it was read in full. */
  missingHalves: { assetManagement: number; cloudView: number };
  /** How many each feed has lost that the other still knows, and that are kept since they are too many. */
  keptHalves: FeedCounts;
  disagreements: number;
  /** Whether CloudView showed what was left out, so that it is to be read in full again. */
  gap: boolean;
}

// So many are asked for one by one. A list that moves hides a few; that more
// are hidden so is out of the question, and Qualys counts every call.
const MOST_PROVEN = 5;

const RECORDS_PER_TURN = 200;

function wasUnread(
  { assetManagement, cloudView }: ConnectorRecord,
  scan: CloudScan,
): boolean {
  return (
    isUnread(assetManagement, 'assetManagement', scan) ||
    isUnread(cloudView, 'cloudView', scan)
  );
}

function isSame(record: ConnectorRecord, before: Known | undefined): boolean {
  const { assetManagement, cloudView, disagreement } = record;
  return (
    before?.removed_at === null &&
    before.am_id === (assetManagement?.id ?? null) &&
    before.am_checksum === (assetManagement?.checksum ?? null) &&
    before.cv_checksum === (cloudView?.checksum ?? null) &&
    before.disagreement === (disagreement ? JSON.stringify(disagreement) : null)
  );
}

// Those that Qualys shows and counts, but the mirror does not hold.
function unknownOf(
  unread: readonly string[] = [],
  known: ReadonlyMap<string, Known>,
): number {
  return unread.filter(id => known.get(id)?.removed_at !== null).length;
}

function renamedOf(records: ReadonlyMap<string, ConnectorRecord>): Renamed[] {
  return [...records.values()].flatMap(({ id, assetManagement: half }) =>
    half?.record === undefined ||
    half.record === id ||
    half.record !== ownRecord(half) ||
    records.has(half.record)
      ? []
      : [{ from: half.record, to: id }],
  );
}

function wasSeen({ assetManagement, cloudView }: ConnectorRecord): boolean {
  return Boolean(assetManagement?.connector ?? cloudView?.connector);
}

/**
 * Asks, where only few connectors are missing in CloudView, for each of them by
 * itself: a connector that went and another one that came while the list was
 * read can hide a third one, and total and count fit nevertheless. Those that
 * are still there count as shown and not understood.
 */
async function withProof(
  scan: CloudScan,
  halves: AllHalves,
  held: ReadonlySet<string>,
): Promise<CloudScan> {
  const { cloudView, isGone } = scan;
  const missing = [...halves.cloudView.values()].filter(
    half => isMissing(half, 'cloudView', scan) && !held.has(half.id),
  );
  if (!cloudView || !isGone || missing.length > MOST_PROVEN) return scan;
  const proofs = await Promise.all(
    missing.map(async ({ id }) => ((await isGone(id)) ? [] : [id])),
  );
  return {
    ...scan,
    cloudView: {
      ...cloudView,
      unread: [...(cloudView.unread ?? []), ...proofs.flat()],
    },
  };
}

// Gives others their turn in between, since there may be tens of thousands.
async function inTurns<T, R>(
  all: readonly T[],
  make: (one: T) => Promise<R>,
): Promise<R[]> {
  const made: R[] = [];
  for (const batch of chunks(all, RECORDS_PER_TURN)) {
    made.push(...(await Promise.all(batch.map(make))));
    await new Promise(setImmediate);
  }
  return made;
}

/** Works out what a scan does to the mirror. */
export async function planScan(
  knex: Knex,
  given: CloudScan,
  { prepare, describedBy }: Describer,
  bounds: RemovalBounds,
): Promise<ScanPlan> {
  const { subscription, provider } = given;
  const generation = await readGeneration(knex, subscription);
  const describe = await prepare();
  const known = await readKnown(knex, given);
  const byId = new Map(known.map(row => [row.connector_id, row]));
  const present = known.filter(row => row.removed_at === null);

  const current = await withoutTold(knex, given);
  const halves = withScan(halvesOf(known), current.scan);
  const held = new Set(await heldIds(knex, { subscription, provider }));
  const scan = await withProof(current.scan, halves, held);
  const { records, placement } = recordsOf(halves, scan);
  const { missing, counts, keptHalves } = dropMissing(
    records,
    scan,
    held,
    bounds,
  );

  const all = [...records.values()].filter(({ id }) => !missing.has(id));
  // What a feed says is as it was, but not who told what the portal makes of it.
  const isStale = (record: ConnectorRecord) => {
    const described = byId.get(record.id)?.described;
    return wasSeen(record) && (!described || described !== describedBy);
  };
  const candidates = all.filter(
    record => !isSame(record, byId.get(record.id)) || isStale(record),
  );
  const whole = await readHalves(knex, subscription, candidates);
  const planned = await inTurns(candidates, async record => {
    const { id, assetManagement, cloudView, disagreement } = record;
    const said = whole.get(id)!;
    const connector = {
      ...joinHalves(id, said, scan.off),
      ...(disagreement && { disagreement }),
    };
    const description = await describe(connector, subscription);
    return {
      record,
      before: byId.get(id),
      seen: [assetManagement?.seen ?? '', cloudView?.seen ?? ''].sort()[1],
      facts: {
        ...toFacts(connector, subscription, description, describedBy),
        ...toHalves(record, said),
      },
    };
  });
  const touched = planned.filter(
    ({ record, before, facts }) =>
      !isSame(record, before) ||
      before?.checksum !== facts.checksum ||
      before.described !== facts.described,
  );
  const isTouched = new Set(touched.map(({ record }) => record.id));

  const shown = new Set(
    all
      .filter(record => wasSeen(record) || wasUnread(record, scan))
      .map(({ id }) => id),
  );
  const ofCloud = present.filter(row => row.provider === provider);
  return {
    generation,
    present: ofCloud.length,
    touched,
    same: all
      .filter(record => wasSeen(record) && !isTouched.has(record.id))
      .map(record => ({ record, before: byId.get(record.id)! })),
    missing: ofCloud.filter(row => missing.has(row.connector_id)),
    unseen: ofCloud.filter(
      row => records.has(row.connector_id) && !shown.has(row.connector_id),
    ),
    absorbed: present.filter(row => !records.has(row.connector_id)),
    renamed: renamedOf(records),
    missingHalves: {
      assetManagement: counts.assetManagement + keptHalves.assetManagement,
      cloudView:
        counts.cloudView +
        keptHalves.cloudView -
        unknownOf(scan.cloudView?.unread, byId),
    },
    keptHalves,
    disagreements: placement.disagreeing,
    gap: current.gap,
  };
}
