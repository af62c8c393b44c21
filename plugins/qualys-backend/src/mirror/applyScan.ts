import type { Knex } from 'knex';
import type { RemovalBounds } from '../config';
import { chunks } from '../database';
import { lockRevision, raiseRevision } from './revision';
import { recount } from './counts';
import { settleMissing } from './heldBack';
import { newsOfScan, type MirrorNews } from './news';
import { toFacts, type ConnectorFacts, type ConnectorRow } from './row';
import type { CloudScan, DescribeConnector, ScanResult } from './store';

type Known = Pick<
  ConnectorRow,
  | 'connector_id'
  | 'fingerprint'
  | 'checksum'
  | 'version'
  | 'revision'
  | 'state'
  | 'last_seen'
  | 'removed_at'
>;

// Both stay well below what the databases take as bound values.
const ROWS_PER_WRITE = 200;
const IDS_PER_WRITE = 500;

const MANY_ROWS = 500;

function compare(incoming: ConnectorFacts[], known: Known[]) {
  const before = new Map(known.map(row => [row.connector_id, row]));
  const seen = new Set(incoming.map(facts => facts.connector_id));
  const isNew = (facts: ConnectorFacts) =>
    before.get(facts.connector_id)?.removed_at !== null;
  const isOther = (facts: ConnectorFacts) =>
    before.get(facts.connector_id)?.fingerprint !== facts.fingerprint;

  const added = incoming.filter(isNew);
  const old = incoming.filter(facts => !isNew(facts));
  const changed = old.filter(isOther);
  const moved = old.filter(
    facts =>
      !isOther(facts) &&
      before.get(facts.connector_id)?.checksum !== facts.checksum,
  );
  const same = old.filter(
    facts => before.get(facts.connector_id)?.checksum === facts.checksum,
  );
  const present = known.filter(row => row.removed_at === null);
  const missing = present.filter(row => !seen.has(row.connector_id));
  return { before, added, changed, moved, same, present, missing };
}

// PostgreSQL looks at a table that has grown only after a while, and until
// then sorts all of it for each page.
async function refreshStatistics(knex: Knex, { added }: ScanResult) {
  if (added >= MANY_ROWS && knex.client.config.client === 'pg') {
    await knex.raw('analyze connectors');
  }
}

/** Writes a scan of one cloud into the mirror, in one transaction. */
export async function applyScan(
  knex: Knex,
  scan: CloudScan,
  describe: DescribeConnector,
  bounds: RemovalBounds,
): Promise<{ result: ScanResult; news: MirrorNews }> {
  const { subscription, provider, coverage } = scan;
  const at = scan.at.toISOString();
  // A connector that came twice counts as it came last.
  const connectors = new Map(scan.connectors.map(each => [each.id, each]));
  const incoming = await Promise.all(
    [...connectors.values()].map(async connector =>
      toFacts(connector, subscription, await describe(connector, subscription)),
    ),
  );

  const written = await knex.transaction(async trx => {
    const revisionBefore = await lockRevision(trx);
    await scan.guard?.(trx);
    const known: Known[] = await trx('connectors')
      .where({ subscription, provider })
      .select(
        'connector_id',
        'fingerprint',
        'checksum',
        'version',
        'revision',
        'state',
        'last_seen',
        'removed_at',
      );
    const sets = compare(incoming, known);
    const { before, added, changed, moved, same, present, missing } = sets;
    const removed = await settleMissing(
      trx,
      scan,
      { missing, present: present.length },
      bounds,
    );
    const revised = added.length + changed.length + removed.length > 0;
    const revision = revised ? await raiseRevision(trx) : revisionBefore;

    const rise = (facts: ConnectorFacts): ConnectorRow => ({
      ...facts,
      version: (before.get(facts.connector_id)?.version ?? 0) + 1,
      revision,
      first_seen: at,
      last_seen: at,
      removed_at: null,
    });
    const stay = (facts: ConnectorFacts): ConnectorRow => ({
      ...rise(facts),
      version: before.get(facts.connector_id)?.version ?? 1,
      revision: before.get(facts.connector_id)?.revision ?? revision,
    });
    const rows = [...[...added, ...changed].map(rise), ...moved.map(stay)];
    for (const batch of chunks(rows, ROWS_PER_WRITE)) {
      const { first_seen, subscription: _, connector_id, ...rest } = batch[0];
      await trx('connectors')
        .insert(batch)
        .onConflict(['subscription', 'connector_id'])
        .merge(Object.keys(rest) as (keyof typeof rest)[]);
    }
    const ids = (list: { connector_id: string }[]) =>
      chunks(
        list.map(each => each.connector_id),
        IDS_PER_WRITE,
      );
    for (const batch of ids(same)) {
      await trx('connectors')
        .where({ subscription })
        .whereIn('connector_id', batch)
        .update({ last_seen: at });
    }
    for (const batch of chunks(removed, IDS_PER_WRITE)) {
      await trx('connectors')
        .where({ subscription })
        .whereIn('connector_id', batch)
        .update({ removed_at: at, revision });
    }

    if (rows.length + removed.length > 0) {
      await recount(trx, { subscription, provider });
    }
    const news = await newsOfScan(trx, scan, sets, { removed, revision });
    // Once more, since all of this may have taken its time.
    await scan.guard?.(trx);

    const result = {
      added: added.length,
      changed: changed.length,
      removed: removed.length,
      heldBack: coverage === 'part' ? 0 : missing.length - removed.length,
      revision,
      revised,
    };
    return { result, news };
  });
  await refreshStatistics(knex, written.result);
  return written;
}
