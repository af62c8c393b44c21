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

/** The cloud of a subscription. */
export interface CloudKey {
  subscription: string;
  provider: CloudProvider;
}

/**
 * Which removal: of each cloud of a subscription there is at most one that
 * waits for a decision, and one of what somebody said is to stay.
 */
export interface RemovalKey extends CloudKey {
  state: 'waiting' | 'dismissed';
}

const STATES = ['waiting', 'dismissed'] as const;

/** A row of the table `held_back_removals`. */
export interface RemovalRow extends RemovalKey {
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
  { subscription, provider }: CloudKey,
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
    reason: JSON.stringify(more.reason),
    version,
    announced: false,
    decided_by: null,
    decided_at: null,
    decision_reason: null,
  };
  await trx('held_back_removals')
    .insert({ ...key, ...asked, since: more.at })
    .onConflict(['subscription', 'provider', 'state'])
    .merge(Object.keys(asked));
}

async function forget(
  trx: Knex.Transaction,
  { subscription }: CloudKey,
  ids: readonly string[],
): Promise<void> {
  for (const batch of chunks(ids, IDS_PER_QUERY)) {
    await trx('held_back_connectors')
      .where({ subscription })
      .whereIn('connector_id', batch)
      .delete();
  }
}

/** The ids of the connectors of a removal, or of both of a cloud. */
export function heldIds(
  trx: Knex,
  key: CloudKey | RemovalKey,
): Promise<string[]> {
  return trx('held_back_connectors').where(key).pluck('connector_id');
}

/**
 * Drops from the removals of a cloud whatever was seen again, or is gone by
 * other means, since it was missed. The transaction must hold the revision
 * locked.
 */
export async function dropReturned(
  trx: Knex.Transaction,
  key: CloudKey,
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
  if (dropped === 0) return;
  for (const state of STATES) {
    const removal = { ...key, state };
    await write(trx, removal, await heldIds(trx, removal));
  }
}

/** Keeps the connectors of the removal that waits, beside those that were to stay before. */
export async function dismissWaiting(
  trx: Knex.Transaction,
  key: CloudKey,
  decided: Pick<RemovalRow, 'decided_by' | 'decided_at' | 'decision_reason'>,
): Promise<void> {
  const waiting = { ...key, state: 'waiting' as const };
  const dismissed = { ...key, state: 'dismissed' as const };
  const row: RemovalRow = await trx('held_back_removals')
    .where(waiting)
    .first();
  await trx('held_back_connectors')
    .where(waiting)
    .update({ state: dismissed.state });
  const version = versionOf(await heldIds(trx, dismissed));
  const { since: _, ...changes } = {
    ...row,
    ...dismissed,
    ...decided,
    version,
  };
  await trx('held_back_removals')
    .insert({ ...changes, since: row.since })
    .onConflict(['subscription', 'provider', 'state'])
    .merge(Object.keys(changes));
  await trx('held_back_removals').where(waiting).delete();
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
  const kept = new Set(await heldIds(trx, { ...key, state: 'dismissed' }));
  const before = await heldIds(trx, key);
  if (before.length === 0 && missing.length === 0) {
    return { removed: [], waiting: 0 };
  }

  const absent = new Set(unseen.map(row => row.connector_id));
  const held = new Set(before.filter(id => absent.has(id)));
  const returned = before.filter(id => !held.has(id));
  // What is to stay does so, and counts for nothing in what is new.
  const fresh = missing.filter(row => !kept.has(row.connector_id));
  const waited = new Set([...held].filter(id => !kept.has(id)));
  const ids = [...new Set([...fresh.map(row => row.connector_id), ...waited])];
  // Reading the groups of thousands would be in vain: they wait in any case.
  const few = ids.length <= removalLimit(present, bounds);
  const found = few
    ? await withGroups(trx, subscription, ids)
    : ids.map(id => ({ id, groups: [] }));
  const { removed, waiting, reason } =
    fresh.length > 0
      ? decideRemovals({
          missing: found,
          present,
          groupsSeen: await groupsThatStay(trx, key, found),
          held: waited,
          bounds,
        })
      : { removed: [], waiting: [...waited], reason: undefined };

  await forget(trx, key, returned);
  const waits = new Set(waiting);
  const added = fresh
    .filter(row => waits.has(row.connector_id) && !held.has(row.connector_id))
    .map(({ connector_id, last_seen }) => ({
      ...key,
      state: 'waiting',
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
  const stay = [...held].filter(id => kept.has(id));
  if (returned.length + added.length > 0) {
    const more = reason && { reason, at };
    await write(trx, { ...key, state: 'waiting' }, waiting, more);
    await write(trx, { ...key, state: 'dismissed' }, stay);
  }
  return { removed, waiting: waiting.length + stay.length };
}
