import { ConflictError } from '@backstage/errors';
import { QUALYS_FEEDS } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type { CloudConnector } from 'qualys-model';
import type { RemovalBounds } from '../config';
import { chunks } from '../database';
import { recount } from './counts';
import type { ConnectorRecord } from './halves';
import { settleMissing } from './heldBack';
import { newsOfScan, type MirrorNews } from './news';
import { planScan, type PlannedRecord, type ScanPlan } from './plan';
import { noteProgress } from './progress';
import { lockMirror, raiseRevision } from './revision';
import type { ConnectorRow } from './row';
import type { CloudScan, DescribeConnector, ScanResult } from './store';

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

function groupsOf(connectors: readonly CloudConnector[]): Set<string> {
  return new Set(
    connectors.flatMap(({ groups }) => groups.map(group => group.id)),
  );
}

/** What a scan changed, and what there is to tell of it. */
export interface Applied {
  result: ScanResult;
  news: MirrorNews;
}

type RowPlan = PlannedRecord & { kind: 'added' | 'changed' | 'moved' };

function kindOf({ before, facts }: PlannedRecord): RowPlan['kind'] {
  if (before?.removed_at !== null) return 'added';
  return before.fingerprint === facts.fingerprint ? 'moved' : 'changed';
}

async function writeRows(
  trx: Knex.Transaction,
  rows: readonly RowPlan[],
  revision: number,
  at: string,
) {
  const full = rows.map(({ kind, facts, before, seen }): ConnectorRow => {
    const stays = kind === 'moved' && before;
    return {
      ...facts,
      version: stays ? before.version : (before?.version ?? 0) + 1,
      revision: stays ? before.revision : revision,
      first_seen: at,
      last_seen: seen,
      removed_at: null,
    };
  });
  for (const batch of chunks(full, ROWS_PER_WRITE)) {
    const { first_seen, subscription: _, connector_id, ...rest } = batch[0];
    await trx('connectors')
      .insert(batch)
      .onConflict(['subscription', 'connector_id'])
      .merge(Object.keys(rest) as (keyof typeof rest)[]);
  }
}

async function writeSeen(
  trx: Knex.Transaction,
  subscription: string,
  { same }: ScanPlan,
  at: string,
) {
  const note = async (
    came: (record: ConnectorRecord) => boolean,
    seen: Partial<ConnectorRow>,
  ) => {
    const ids = same
      .filter(({ record }) => came(record))
      .map(({ record }) => record.id);
    for (const batch of chunks(ids, IDS_PER_WRITE)) {
      await trx('connectors')
        .where({ subscription })
        .whereIn('connector_id', batch)
        .update({ last_seen: at, ...seen });
    }
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
  subscription: string,
  ids: readonly string[],
  removal: { removed_at: string; revision: number },
) {
  for (const batch of chunks(ids, IDS_PER_WRITE)) {
    await trx('connectors')
      .where({ subscription })
      .whereIn('connector_id', batch)
      .update(removal);
  }
}

// What waits, because the list moved while it was read or too many would go.
function heldBackBy(
  { assetManagement, cloudView }: CloudScan,
  { unseen }: ScanPlan,
  { removed, waiting }: { removed: readonly string[]; waiting: number },
): number {
  const coverages = [assetManagement, cloudView].flatMap(feed =>
    feed ? [feed.coverage] : [],
  );
  const wasReadThrough = coverages.every(
    coverage => coverage === 'whole' || coverage === 'drifted',
  );
  return wasReadThrough && coverages.includes('drifted')
    ? unseen.length - removed.length
    : waiting;
}

async function write(
  trx: Knex.Transaction,
  scan: CloudScan,
  plan: ScanPlan,
  revisionBefore: number,
  bounds: RemovalBounds,
): Promise<Applied> {
  const { subscription } = scan;
  const at = scan.at.toISOString();
  const rows = plan.touched.map(each => ({ ...each, kind: kindOf(each) }));
  const factsOf = (kind: RowPlan['kind']) =>
    rows.filter(each => each.kind === kind).map(({ facts }) => facts);
  const count = (kind: RowPlan['kind']) => factsOf(kind).length;
  const settled = await settleMissing(
    trx,
    scan,
    { ...plan, groupsSeen: groupsOf(scan.cloudView?.connectors ?? []) },
    bounds,
  );
  const { removed } = settled;
  const absorbed = plan.absorbed.map(row => row.connector_id);
  const revised =
    count('added') + count('changed') + removed.length + absorbed.length > 0;
  const revision = revised ? await raiseRevision(trx) : revisionBefore;

  await writeRows(trx, rows, revision, at);
  await writeSeen(trx, subscription, plan, at);
  await writeRemoved(trx, subscription, [...removed, ...absorbed], {
    removed_at: at,
    revision,
  });
  for (const feed of QUALYS_FEEDS) {
    const coverage = scan[feed]?.coverage;
    if (coverage) {
      const missing = plan.missingHalves[feed];
      await noteProgress(trx, scan, feed, { coverage, missing });
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
    { removed: [...removed, ...absorbed], revision },
  );
  const result = {
    added: count('added'),
    changed: count('changed'),
    removed: removed.length,
    heldBack: heldBackBy(scan, plan, settled),
    revision,
    revised,
    disagreements: plan.disagreements,
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
  describe: DescribeConnector,
  bounds: RemovalBounds,
): Promise<Applied> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const plan = await planScan(knex, scan, describe);
    const applied = await knex.transaction(async trx => {
      const { revision, generation } = await lockMirror(trx);
      await scan.guard?.(trx);
      if (generation !== plan.generation) return undefined;
      const written = await write(trx, scan, plan, revision, bounds);
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
    `Others wrote to the mirror each time that the ${scan.provider} connectors of ${scan.subscription} were to be written`,
  );
}
