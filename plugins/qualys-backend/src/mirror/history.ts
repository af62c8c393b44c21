import {
  QUALYS_FEEDS,
  type ConnectorHappening,
  type ConnectorHistory,
  type ConnectorHistoryQuery,
  type QualysFeed,
} from 'backstage-plugin-qualys-common';
import type { QualysConnectorChange } from 'backstage-plugin-qualys-node';
import type { Knex } from 'knex';
import type { CloudConnector, ConnectorState } from 'qualys-model';
import { z } from 'zod';
import { chunks, decodeCursor, encodeCursor, storable } from '../database';
import { changedSettings, type SettingsRow } from './fingerprint';
import type { ConnectorFacts, ConnectorHalves } from './row';
import type { ConnectorKey } from './store';

const KEPT_DAYS = 90;

const DAY_MS = 24 * 60 * 60 * 1000;

// Both stay well below what the databases take as bound values.
const ROWS_PER_WRITE = 50;
const IDS_PER_READ = 500;

const position = z.tuple([z.int()]);

interface HistoryRow {
  id: number | string;
  subscription: string;
  connector_id: string;
  what: ConnectorHappening['what'];
  at: string;
  state: ConnectorState;
  previous_state: ConnectorState | null;
  error: string | null;
  settings: string | null;
  feeds: string;
}

/** What is known of a change beyond that it happened. */
export interface ChangeDetails {
  error?: string;
  settings?: readonly string[];
  feeds?: readonly QualysFeed[];
}

function toHappening(row: HistoryRow): ConnectorHappening {
  return {
    id: String(row.id),
    what: row.what,
    at: row.at,
    state: row.state,
    ...(row.previous_state !== null && { previousState: row.previous_state }),
    ...(row.error !== null && { error: row.error }),
    ...(row.settings !== null && {
      settings: JSON.parse(row.settings) as string[],
    }),
    feeds: JSON.parse(row.feeds) as QualysFeed[],
  };
}

/** Writes down what happened to connectors, in the transaction that changes them. */
export async function noteHappenings(
  trx: Knex.Transaction,
  of: { subscription: string; at: string },
  changes: readonly Pick<
    QualysConnectorChange,
    'id' | 'type' | 'state' | 'previousState'
  >[],
  detailsOf: (id: string) => ChangeDetails = () => ({}),
): Promise<void> {
  const rows = changes.map(({ id, type, state, previousState }) => {
    const { error, settings, feeds = [] } = detailsOf(id);
    return {
      subscription: of.subscription,
      connector_id: id,
      what: type,
      at: of.at,
      state,
      previous_state: previousState ?? null,
      error: state === 'error' && error ? storable(error) : null,
      settings:
        type === 'settingsChanged' && settings
          ? JSON.stringify(settings)
          : null,
      feeds: JSON.stringify(type === 'removed' ? [] : feeds),
    };
  });
  for (const batch of chunks(rows, ROWS_PER_WRITE)) {
    await trx('connector_history').insert(batch);
  }
}

/** What the settings of connectors are told from, as it is until now. */
export async function readSettings(
  trx: Knex,
  subscription: string,
  ids: readonly string[],
): Promise<Map<string, SettingsRow>> {
  const found = new Map<string, SettingsRow>();
  for (const batch of chunks(ids, IDS_PER_READ)) {
    const rows: (SettingsRow & { connector_id: string })[] = await trx(
      'connectors',
    )
      .where({ subscription })
      .whereIn('connector_id', batch)
      .select(
        'connector_id',
        'connector',
        'owner',
        'system',
        'labels',
        'entity_ref',
      );
    for (const { connector_id, ...row } of rows) found.set(connector_id, row);
  }
  return found;
}

type Checksums = Pick<ConnectorHalves, 'am_checksum' | 'cv_checksum'>;

const CHECKSUM_OF = {
  assetManagement: 'am_checksum',
  cloudView: 'cv_checksum',
} as const satisfies Record<QualysFeed, keyof Checksums>;

/** What is known of a change of a connector, from what it was and what it is. */
export function changeDetails(
  facts: ConnectorFacts & Checksums,
  before: Checksums | undefined,
  settingsBefore: SettingsRow | undefined,
): ChangeDetails {
  const { error } = JSON.parse(facts.connector) as CloudConnector;
  return {
    error,
    ...(settingsBefore && { settings: changedSettings(settingsBefore, facts) }),
    feeds: QUALYS_FEEDS.filter(feed => {
      const column = CHECKSUM_OF[feed];
      return facts[column] !== (before?.[column] ?? null);
    }),
  };
}

/** Reads a page of what happened to a connector, newest first. */
export async function readHistory(
  knex: Knex,
  { subscription, id }: ConnectorKey,
  { limit, cursor }: ConnectorHistoryQuery,
): Promise<ConnectorHistory> {
  const purpose = ['history', subscription, id];
  const page = knex('connector_history')
    .where({ subscription, connector_id: storable(id) })
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor !== undefined) {
    page.where('id', '<', decodeCursor(cursor, purpose, position)[0]);
  }
  const rows: HistoryRow[] = await page;
  const last = rows.at(limit - 1);
  return {
    items: rows.slice(0, limit).map(toHappening),
    keptDays: KEPT_DAYS,
    ...(rows.length > limit &&
      last && { nextCursor: encodeCursor(purpose, [Number(last.id)]) }),
  };
}

/** Forgets what happened too long ago, and which connectors have gone that long. */
export async function forget(knex: Knex): Promise<void> {
  const since = new Date(Date.now() - KEPT_DAYS * DAY_MS).toISOString();
  await knex('connector_history').where('at', '<', since).delete();
  await knex('connectors').where('removed_at', '<', since).delete();
}
