import type { Knex } from 'knex';
import { joinHalves } from '../feeds';
import {
  halvesOf,
  isMissing,
  readHalves,
  readKnown,
  recordsOf,
  withScan,
  type ConnectorRecord,
  type Known,
} from './halves';
import { heldIds } from './heldBack';
import { readGeneration } from './revision';
import { toFacts, type ConnectorFacts, type ConnectorHalves } from './row';
import type { CloudScan, DescribeConnector } from './store';

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
  /** Those that have not been shown for whatever reason, the missing among them. */
  unseen: Known[];
  /** The records that have become part of others, or changed their ids. */
  absorbed: Known[];
  /** How many the feeds have not shown, although they were read in full. */
  missingHalves: { assetManagement: number; cloudView: number };
  disagreements: number;
}

function wasSeen({ assetManagement, cloudView }: ConnectorRecord): boolean {
  return Boolean(assetManagement?.connector ?? cloudView?.connector);
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

/**
 * Takes away what the feeds have not shown, although they were read in full.
 * What is missing altogether stays: whether it goes is decided elsewhere. Of a
 * record that one feed still knows, the other half alone goes, unless its
 * removal is held back: then it stays as it was.
 */
function dropMissing(
  records: Iterable<ConnectorRecord>,
  scan: CloudScan,
  held: ReadonlySet<string>,
): { missing: Set<string>; counts: ScanPlan['missingHalves'] } {
  const missing = new Set<string>();
  const counts = { assetManagement: 0, cloudView: 0 };
  const off = scan.off ?? [];
  for (const record of records) {
    const { assetManagement, cloudView } = record;
    const noAm = isMissing(assetManagement, 'assetManagement', scan);
    const noCv = isMissing(cloudView, 'cloudView', scan);
    // A feed that is switched off keeps nothing that the other has lost.
    const keptByAm =
      assetManagement && !noAm && !(noCv && off.includes('assetManagement'));
    const keptByCv = cloudView && !noCv && !(noAm && off.includes('cloudView'));
    if (!keptByAm && !keptByCv) {
      missing.add(record.id);
      if (noAm) counts.assetManagement += 1;
      if (noCv) counts.cloudView += 1;
    } else if (wasSeen(record) || !held.has(record.id)) {
      if (noAm) record.assetManagement = undefined;
      if (noCv) record.cloudView = undefined;
    }
  }
  return { missing, counts };
}

/** Works out what a scan does to the mirror. */
export async function planScan(
  knex: Knex,
  scan: CloudScan,
  describe: DescribeConnector,
): Promise<ScanPlan> {
  const { subscription, provider } = scan;
  const generation = await readGeneration(knex);
  const known = await readKnown(knex, scan);
  const byId = new Map(known.map(row => [row.connector_id, row]));
  const present = known.filter(row => row.removed_at === null);

  const halves = withScan(halvesOf(known), scan);
  const { records, placement } = recordsOf(halves);
  const { missing, counts } = dropMissing(
    records.values(),
    scan,
    new Set(await heldIds(knex, { subscription, provider })),
  );

  const all = [...records.values()].filter(({ id }) => !missing.has(id));
  const changed = all.filter(record => !isSame(record, byId.get(record.id)));
  const same = all.filter(record => isSame(record, byId.get(record.id)));
  const whole = await readHalves(knex, subscription, changed);
  const touched = await Promise.all(
    changed.map(async record => {
      const { id, assetManagement, cloudView, disagreement } = record;
      const said = whole.get(id)!;
      const connector = {
        ...joinHalves(id, said, scan.off),
        ...(disagreement && { disagreement }),
      };
      const before = byId.get(id);
      return {
        before,
        seen: [assetManagement?.seen ?? '', cloudView?.seen ?? ''].sort()[1],
        facts: {
          ...toFacts(
            connector,
            subscription,
            await describe(connector, subscription),
          ),
          am_id: assetManagement?.id ?? null,
          am_uuid: assetManagement?.uuid ?? null,
          am_account: assetManagement?.account ?? null,
          am_connector: said.assetManagement
            ? JSON.stringify(said.assetManagement)
            : null,
          am_checksum: assetManagement?.checksum ?? null,
          am_seen: assetManagement?.seen ?? null,
          cv_account: cloudView?.account ?? null,
          cv_connector: said.cloudView ? JSON.stringify(said.cloudView) : null,
          cv_checksum: cloudView?.checksum ?? null,
          cv_seen: cloudView?.seen ?? null,
          disagreement: disagreement ? JSON.stringify(disagreement) : null,
        },
      };
    }),
  );

  const shown = new Set(all.filter(wasSeen).map(({ id }) => id));
  const ofCloud = present.filter(row => row.provider === provider);
  return {
    generation,
    present: ofCloud.length,
    touched,
    same: same.filter(wasSeen).map(record => ({
      record,
      before: byId.get(record.id)!,
    })),
    missing: ofCloud.filter(row => missing.has(row.connector_id)),
    unseen: ofCloud.filter(
      row => records.has(row.connector_id) && !shown.has(row.connector_id),
    ),
    absorbed: present.filter(row => !records.has(row.connector_id)),
    missingHalves: counts,
    disagreements: placement.disagreeing,
  };
}
