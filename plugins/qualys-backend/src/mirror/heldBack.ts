import { createHash } from 'node:crypto';
import type { HeldBackReason } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type { CloudConnector, CloudProvider } from 'qualys-model';
import type { RemovalBounds } from '../config';
import { chunks, storable } from '../database';
import {
  decideRemovals,
  removalLimit,
  type MissingConnector,
} from './removals';
import type { ConnectorRow } from './row';
import type { CloudScan } from './store';

/** Which removal: there is at most one for each cloud of a subscription. */
export interface RemovalKey {
  subscription: string;
  provider: CloudProvider;
}

/** A row of the table `held_back_removals`. */
export interface RemovalRow extends RemovalKey {
  state: 'waiting' | 'dismissed';
  since: string;
  /** A HeldBackReason as JSON. */
  reason: string;
  version: string;
  announced: boolean;
  decided_by: string | null;
  decided_at: string | null;
  decision_reason: string | null;
}

type Missing = Pick<ConnectorRow, 'connector_id' | 'last_seen'>;

// Both stay well below what the databases take as bound values.
const ROWS_PER_WRITE = 200;
const IDS_PER_QUERY = 500;

function versionOf(ids: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([...ids].sort()))
    .digest('base64url')
    .slice(0, 22);
}

async function withGroups(
  trx: Knex.Transaction,
  subscription: string,
  ids: readonly string[],
): Promise<MissingConnector[]> {
  const found: MissingConnector[] = [];
  for (const batch of chunks(ids, IDS_PER_QUERY)) {
    const rows: Pick<ConnectorRow, 'connector_id' | 'connector'>[] = await trx(
      'connectors',
    )
      .where({ subscription })
      .whereIn('connector_id', batch)
      .select('connector_id', 'connector');
    for (const row of rows) {
      const { groups } = JSON.parse(row.connector) as CloudConnector;
      found.push({ id: row.connector_id, groups });
    }
  }
  return found;
}

// Which of the groups of those that are missing others belong to, too, by what
// is known of them: CloudView alone tells of groups, and it is not always read.
async function groupsThatStay(
  trx: Knex.Transaction,
  { subscription, provider }: RemovalKey,
  missing: readonly MissingConnector[],
): Promise<Set<string>> {
  const ids = missing.map(({ id }) => id);
  const candidates = new Set(
    missing.flatMap(({ groups }) => groups.map(group => group.id)),
  );
  const stay = new Set<string>();
  for (const group of candidates) {
    // As it stands in the JSON of a connector.
    const text = `"id":${JSON.stringify(storable(group))}`;
    const other = await trx('connectors')
      .where({ subscription, provider })
      .whereNull('removed_at')
      .whereNotIn('connector_id', ids)
      .whereRaw(`connector like ? escape '!'`, [
        `%${text.replace(/[!%_]/g, '!$&')}%`,
      ])
      .first('connector_id');
    if (other) stay.add(group);
  }
  return stay;
}

/**
 * Writes down which connectors wait, and takes the removal away when none
 * does. With a reason, more of them wait than before, and a person is asked
 * (again).
 */
async function write(
  trx: Knex.Transaction,
  key: RemovalKey,
  waiting: readonly string[],
  more?: { reason: HeldBackReason; at: string },
): Promise<void> {
  if (waiting.length === 0) {
    await trx('held_back_removals').where(key).delete();
    return;
  }
  const version = versionOf(waiting);
  if (!more) {
    await trx('held_back_removals').where(key).update({ version });
    return;
  }
  const asked = {
    state: 'waiting',
    reason: JSON.stringify(more.reason),
    version,
    announced: false,
    decided_by: null,
    decided_at: null,
    decision_reason: null,
  };
  await trx('held_back_removals')
    .insert({ ...key, ...asked, since: more.at })
    .onConflict(['subscription', 'provider'])
    .merge(Object.keys(asked));
}

async function forget(
  trx: Knex.Transaction,
  { subscription }: RemovalKey,
  ids: readonly string[],
): Promise<void> {
  for (const batch of chunks(ids, IDS_PER_QUERY)) {
    await trx('held_back_connectors')
      .where({ subscription })
      .whereIn('connector_id', batch)
      .delete();
  }
}

/** The ids of the connectors of a removal. */
export function heldIds(trx: Knex, key: RemovalKey): Promise<string[]> {
  return trx('held_back_connectors').where(key).pluck('connector_id');
}

/**
 * Drops from a removal whatever was seen again, or is gone by other means,
 * since it was missed. The transaction must hold the revision locked.
 */
export async function dropReturned(
  trx: Knex.Transaction,
  key: RemovalKey,
): Promise<void> {
  const dropped = await trx('held_back_connectors')
    .where(key)
    .whereNotExists(
      trx('connectors as c')
        .whereRaw('c.subscription = held_back_connectors.subscription')
        .whereRaw('c.connector_id = held_back_connectors.connector_id')
        .whereRaw('c.last_seen = held_back_connectors.last_seen')
        .whereNull('c.removed_at')
        .select(trx.raw('1')),
    )
    .delete();
  if (dropped > 0) await write(trx, key, await heldIds(trx, key));
}

/** What a scan did not show of the connectors of a cloud. */
export interface NotShown {
  /** Those that are missing although all that knew them was read in full. */
  missing: readonly Missing[];
  /** All that were not shown, for whatever reason, the missing among them. */
  unseen: readonly Missing[];
  /** How many connectors there were. */
  present: number;
}

/**
 * Settles what becomes of the connectors that a scan did not find: whatever
 * was held back and has returned is held back no more, and of what is missing
 * after a complete scan some is held back, and some goes.
 *
 * @returns the ids of those that go, and how many wait
 */
export async function settleMissing(
  trx: Knex.Transaction,
  scan: Pick<CloudScan, 'subscription' | 'provider' | 'at'>,
  { missing, unseen, present }: NotShown,
  bounds: RemovalBounds,
): Promise<{ removed: string[]; waiting: number }> {
  const { subscription, provider } = scan;
  const key = { subscription, provider };
  const at = scan.at.toISOString();
  const before = await heldIds(trx, key);
  if (before.length === 0 && missing.length === 0) {
    return { removed: [], waiting: 0 };
  }

  const absent = new Set(unseen.map(row => row.connector_id));
  const held = new Set(before.filter(id => absent.has(id)));
  const returned = before.filter(id => !held.has(id));
  const ids = [...new Set([...missing.map(row => row.connector_id), ...held])];
  // Reading the groups of thousands would be in vain: they wait in any case.
  const few = ids.length <= removalLimit(present, bounds);
  const found = few
    ? await withGroups(trx, subscription, ids)
    : ids.map(id => ({ id, groups: [] }));
  const { removed, waiting, reason } =
    missing.length > 0
      ? decideRemovals({
          missing: found,
          present,
          groupsSeen: await groupsThatStay(trx, key, found),
          held,
          bounds,
        })
      : { removed: [], waiting: [...held], reason: undefined };

  await forget(trx, key, returned);
  const waits = new Set(waiting);
  const added = missing
    .filter(row => waits.has(row.connector_id) && !held.has(row.connector_id))
    .map(({ connector_id, last_seen }) => ({
      ...key,
      connector_id,
      last_seen,
      since: at,
    }));
  for (const batch of chunks(added, ROWS_PER_WRITE)) {
    await trx('held_back_connectors')
      .insert(batch)
      .onConflict(['subscription', 'connector_id'])
      .merge();
  }
  if (returned.length + added.length > 0) {
    await write(trx, key, waiting, reason && { reason, at });
  }
  return { removed, waiting: waiting.length };
}
