import { ConflictError } from '@backstage/errors';
import { QUALYS_FEEDS, type QualysFeed } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type { RemovalBounds } from '../config';
import { chunks } from '../database';
import { carryOver } from './carryOver';
import { confirmScan, type Applied } from './confirmScan';
import { recount } from './counts';
import type { ConnectorRecord, Known } from './halves';
import { settleMissing } from './heldBack';
import { changeDetails, noteHappenings, readSettings } from './history';
import { newsOfScan } from './news';
import { planScan, type PlannedRecord, type ScanPlan } from './plan';
import { isFirstReading, noteProgress } from './progress';
import {
  lockRevision,
  noteRegrouped,
  raiseGeneration,
  raiseRevision,
  readGeneration,
} from './revision';
import type { ConnectorRow } from './row';
import type { CloudScan, Describer, ScanResult } from './store';
import { isSingle } from './told';

// Both stay well below what the databases take as bound values.
const ROWS_PER_WRITE = 200;
const IDS_PER_WRITE = 500;

const MANY_ROWS = 500;

const ATTEMPTS = 10;

// PostgreSQL looks at a table that has grown only after a while, and until
// then sorts all of it for each page.
async function refreshStatistics(knex: Knex, { added }: ScanResult) {
  if (added >= MANY_ROWS && knex.client.config.client === 'pg') {
    await knex.raw('analyze connectors');
  }
}

type RowPlan = PlannedRecord & { kind: 'added' | 'changed' | 'moved' };

function kindOf({ before, facts }: PlannedRecord): RowPlan['kind'] {
  if (before?.removed_at !== null) return 'added';
  return before.fingerprint === facts.fingerprint ? 'moved' : 'changed';
}

// A large write takes its time, and must go on showing that it lives.
async function inBatches<T>(
  trx: Knex.Transaction,
  { guard }: CloudScan,
  all: readonly T[],
  {
    size,
    write: writeBatch,
  }: { size: number; write(batch: T[]): Promise<unknown> },
) {
  for (const [index, batch] of chunks(all, size).entries()) {
    if (index > 0) await guard?.(trx);
    await writeBatch(batch);
  }
}

/** At what a scan is written: the revision, and where it is of single connectors the generation, too. */
interface Marks {
  revision: number;
  told?: number;
}

async function writeRows(
  trx: Knex.Transaction,
  scan: CloudScan,
  rows: readonly RowPlan[],
  { revision, ...told }: Marks,
) {
  const at = scan.at.toISOString();
  const full = rows.map(({ kind, facts, before, seen }) => {
    const stays = kind === 'moved' && before;
    return {
      ...facts,
      version: stays ? before.version : (before?.version ?? 0) + 1,
      revision: stays ? before.revision : revision,
      first_seen: at,
      last_seen: seen,
      removed_at: null,
      ...told,
    };
  });
  await inBatches(trx, scan, full, {
    size: ROWS_PER_WRITE,
    write(batch) {
      const { first_seen, subscription: _, connector_id, ...rest } = batch[0];
      return trx('connectors')
        .insert(batch)
        .onConflict(['subscription', 'connector_id'])
        .merge(Object.keys(rest) as (keyof typeof rest)[]);
    },
  });
}

async function writeSeen(
  trx: Knex.Transaction,
  scan: CloudScan,
  { same }: ScanPlan,
  { told }: Marks,
) {
  const { subscription } = scan;
  const at = scan.at.toISOString();
  const note = async (
    came: (record: ConnectorRecord) => boolean,
    seen: Partial<ConnectorRow>,
  ) => {
    const ids = same
      .filter(({ record }) => came(record))
      .map(({ record }) => record.id);
    await inBatches(trx, scan, ids, {
      size: IDS_PER_WRITE,
      write: batch =>
        trx('connectors')
          .where({ subscription })
          .whereIn('connector_id', batch)
          .update({ last_seen: at, ...seen, ...(told && { told }) }),
    });
  };
  const inAm = ({ assetManagement }: ConnectorRecord) =>
    assetManagement?.connector !== undefined;
  const inCv = ({ cloudView }: ConnectorRecord) =>
    cloudView?.connector !== undefined;
  await note(each => inAm(each) && inCv(each), { am_seen: at, cv_seen: at });
  await note(each => inAm(each) && !inCv(each), { am_seen: at });
  await note(each => !inAm(each) && inCv(each), { cv_seen: at });
}

async function writeRemoved(
  trx: Knex.Transaction,
  scan: CloudScan,
  ids: readonly string[],
  revision: number,
) {
  const { subscription, at } = scan;
  await inBatches(trx, scan, ids, {
    size: IDS_PER_WRITE,
    write: batch =>
      trx('connectors')
        .where({ subscription })
        .whereIn('connector_id', batch)
        .update({ removed_at: at.toISOString(), revision }),
  });
}

// By how many what is kept of a feed exceeds what it showed: what goes is kept
// no more. The next reading of the newest goes by it.
function missingAfter(
  { missing, missingHalves }: ScanPlan,
  feed: QualysFeed,
  removed: readonly string[],
): number {
  const gone = new Set(removed);
  const wasKnown = (row: Known) =>
    (feed === 'cloudView' ? row.cv_checksum : row.am_id) !== null;
  return (
    missingHalves[feed] -
    missing.filter(row => gone.has(row.connector_id) && wasKnown(row)).length
  );
}

// What waits, because the list moved while it was read, because it is not clear
// what it showed, or because too many would go.
function heldBackBy(
  { assetManagement, cloudView }: CloudScan,
  { unseen }: ScanPlan,
  { removed, waiting }: { removed: readonly string[]; waiting: number },
): number {
  const coverages = [assetManagement, cloudView].flatMap(feed =>
    feed ? [feed.coverage] : [],
  );
  const wasReadThrough = coverages.every(
    coverage => !['newest', 'part', 'single'].includes(coverage),
  );
  return wasReadThrough && coverages.some(coverage => coverage !== 'whole')
    ? unseen.length - removed.length
    : waiting;
}

async function write(
  trx: Knex.Transaction,
  scan: CloudScan,
  plan: ScanPlan,
  marksBefore: Marks,
  bounds: RemovalBounds,
): Promise<Applied> {
  const { subscription } = scan;
  const at = scan.at.toISOString();
  const rows = plan.touched.map(each => ({ ...each, kind: kindOf(each) }));
  const factsOf = (kind: RowPlan['kind']) =>
    rows.filter(each => each.kind === kind).map(({ facts }) => facts);
  const count = (kind: RowPlan['kind']) => factsOf(kind).length;
  const settled = await settleMissing(trx, scan, plan, bounds);
  const { removed } = settled;
  const absorbed = plan.absorbed.map(row => row.connector_id);
  const settingsBefore = await readSettings(
    trx,
    subscription,
    factsOf('changed').map(({ connector_id }) => connector_id),
  );
  const renamed = factsOf('changed').some(
    ({ connector_id, entity_ref }) =>
      settingsBefore.get(connector_id)?.entity_ref !== entity_ref,
  );
  const revised =
    count('added') + count('changed') + removed.length + absorbed.length > 0;
  const revision = revised ? await raiseRevision(trx) : marksBefore.revision;
  const isFirst = await isFirstReading(trx, scan);
  if (renamed) await noteRegrouped(trx, revision);

  const marks = { ...marksBefore, revision };
  await writeRows(trx, scan, rows, marks);
  await writeSeen(trx, scan, plan, marks);
  await writeRemoved(trx, scan, [...removed, ...absorbed], revision);
  await carryOver(trx, subscription, plan.renamed);
  for (const feed of QUALYS_FEEDS) {
    const coverage = scan[feed]?.coverage;
    if (coverage && coverage !== 'single') {
      await noteProgress(trx, scan, feed, {
        coverage,
        missing: missingAfter(plan, feed, removed),
        gap: feed === 'cloudView' && plan.gap,
      });
    }
  }
  if (rows.length + removed.length + absorbed.length > 0) {
    await recount(trx, { subscription });
  }
  const news = await newsOfScan(
    trx,
    scan,
    {
      added: factsOf('added'),
      changed: factsOf('changed'),
      moved: factsOf('moved'),
      same: plan.same,
      before: new Map(
        plan.touched.flatMap(({ facts, before }) =>
          before ? [[facts.connector_id, before]] : [],
        ),
      ),
    },
    { removed: [...removed, ...absorbed], revision, isFirst },
  );
  const touched = new Map(
    rows.map(({ facts, before }) => [facts.connector_id, { facts, before }]),
  );
  await noteHappenings(trx, { subscription, at }, news.changes, id => {
    const change = touched.get(id);
    if (!change) return {};
    const { facts, before } = change;
    return changeDetails(
      facts,
      before?.removed_at === null ? before : undefined,
      settingsBefore.get(id),
    );
  });
  const result = {
    added: count('added'),
    changed: count('changed'),
    removed: removed.length,
    heldBack: heldBackBy(scan, plan, settled),
    revision,
    revised,
    disagreements: plan.disagreements,
    keptHalves: plan.keptHalves,
  };
  return { result, news };
}

/**
 * Writes a scan of one cloud into the mirror, in one transaction. What it does
 * is worked out before, since that takes its time and asks for owners; where
 * somebody else has written meanwhile, it is worked out anew.
 */
export async function applyScan(
  knex: Knex,
  scan: CloudScan,
  describer: Describer,
  bounds: RemovalBounds,
): Promise<Applied> {
  const confirmed = await confirmScan(knex, scan);
  if (confirmed) return confirmed;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const plan = await planScan(knex, scan, describer, bounds);
    const applied = await knex.transaction(async trx => {
      const revision = await lockRevision(trx);
      await scan.guard?.(trx);
      const generation = await readGeneration(trx, scan.subscription);
      if (generation !== plan.generation) return undefined;
      const told = await raiseGeneration(trx, scan.subscription);
      const marks = { revision, ...(isSingle(scan) && { told }) };
      const written = await write(trx, scan, plan, marks, bounds);
      // Once more, since all of this may have taken its time.
      await scan.guard?.(trx);
      return written;
    });
    if (applied) {
      await refreshStatistics(knex, applied.result);
      return applied;
    }
  }
  throw new ConflictError(
    `Others wrote to the subscription each time that the ${scan.provider} connectors of ${scan.subscription} were to be written`,
  );
}
