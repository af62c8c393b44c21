import {
  QUALYS_FEEDS,
  type MirroredConnector,
  type QualysFeed,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import {
  connectorState,
  type CloudConnector,
  type ConnectorState,
} from 'qualys-model';
import { storable } from '../database';
import type { Halves, JoinedConnector } from '../feeds';
import type { ConnectorRecord } from './halves';
import { checksumOf, fingerprintOf } from './fingerprint';
import type { ConnectorDescription } from './store';
import { searchText, sortableName } from './text';

/** What the table `connectors` holds of a connector, without its history. */
export interface ConnectorFacts {
  subscription: string;
  connector_id: string;
  provider: string;
  account: string;
  name_key: string;
  state: string;
  total_assets: number;
  last_synced_on: string;
  connector: string;
  search: string;
  owner: string | null;
  owner_rule: string | null;
  system: string | null;
  /** As JSON. */
  labels: string | null;
  entity_ref: string;
  fingerprint: string;
  checksum: string;
  /** By what the description was told; empty where that failed or can change at any time. */
  described: string;
}

/** What the table `connectors` holds of what each feed says. */
export interface ConnectorHalves {
  am_id: string | null;
  am_uuid: string | null;
  am_account: string | null;
  am_connector: string | null;
  am_checksum: string | null;
  am_seen: string | null;
  cv_account: string | null;
  cv_connector: string | null;
  cv_checksum: string | null;
  cv_seen: string | null;
  disagreement: string | null;
}

/** A row of the table `connectors`. */
export interface ConnectorRow extends ConnectorFacts, ConnectorHalves {
  version: number;
  revision: number;
  first_seen: string;
  last_seen: string;
  removed_at: string | null;
  /** The generation at which it was last told of by itself, or deleted through the portal. */
  told: number;
}

/** The columns of the table that a {@link MirroredConnector} is made of. */
const CONNECTOR_COLUMNS = [
  'subscription',
  'connector_id',
  'state',
  'connector',
  'owner',
  'owner_rule',
  'system',
  'labels',
  'entity_ref',
  'first_seen',
  'last_seen',
  'am_seen',
  'cv_seen',
] as const;

// What indexes are made of must not be longer: PostgreSQL refuses it.
const MAX_KEY_LENGTH = 255;

/** Why the mirror cannot hold a connector, for people; undefined where it can. */
export function unfitFor(
  connector: Pick<CloudConnector, 'id' | 'account'>,
): string | undefined {
  const key = (['id', 'account'] as const).find(
    name => connector[name].length > MAX_KEY_LENGTH,
  );
  return (
    key &&
    `Its ${key} has ${connector[key].length} characters, and at most ${MAX_KEY_LENGTH} can be kept.`
  );
}

/** Makes the facts of a connector. */
export function toFacts(
  connector: JoinedConnector,
  subscription: string,
  description: ConnectorDescription,
  describedBy: string,
): ConnectorFacts {
  return {
    subscription,
    connector_id: storable(connector.id),
    provider: connector.provider,
    account: storable(connector.account),
    name_key: sortableName(connector.name),
    state: connectorState(connector),
    total_assets: connector.totalAssets ?? -1,
    last_synced_on: connector.lastSyncedOn ?? '',
    connector: JSON.stringify(connector),
    search: searchText(connector),
    owner: description.owner ?? null,
    owner_rule: description.ownerRule ?? null,
    system: description.system ?? null,
    labels: description.labels ? JSON.stringify(description.labels) : null,
    entity_ref: description.entityRef,
    fingerprint: fingerprintOf(connector, description),
    checksum: checksumOf(connector, description),
    described: description.certain === false ? '' : describedBy,
  };
}

// When a feed was last known to show all of a cloud as it was: then it showed
// each connector of it, too, though that is not noted at each.
const CONFIRMED = {
  assetManagement: 'am_confirmed',
  cloudView: 'cv_confirmed',
} as const satisfies Record<QualysFeed, string>;

/** What a {@link MirroredConnector} is made of. */
export type ShownRow = Pick<ConnectorRow, (typeof CONNECTOR_COLUMNS)[number]> &
  Record<(typeof CONFIRMED)[QualysFeed], string | null>;

/**
 * Selects what a {@link MirroredConnector} is made of.
 *
 * @param table - what the table `connectors` is called in the query
 */
export function connectorColumns(
  knex: Knex,
  table = 'connectors',
): (string | Knex.Raw)[] {
  return [
    ...CONNECTOR_COLUMNS.map(column => `${table}.${column}`),
    ...QUALYS_FEEDS.map(feed =>
      knex.raw(
        `(select r.confirmed_at from feed_readings r where r.subscription = ??.subscription and r.provider = ??.provider and r.feed = ?) as ??`,
        [table, table, feed, CONFIRMED[feed]],
      ),
    ),
  ];
}

/** Makes the columns of what each feed says. */
export function toHalves(
  { assetManagement, cloudView, disagreement }: ConnectorRecord,
  said: Halves,
): ConnectorHalves {
  return {
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
  };
}

// When a feed that knows a connector has shown it last.
function latest(
  seen: string | null,
  confirmed: string | null,
): string | undefined {
  if (seen === null) return undefined;
  return confirmed !== null && confirmed > seen ? confirmed : seen;
}

/** Makes a connector of a row. */
export function toMirroredConnector(row: ShownRow): MirroredConnector {
  const amSeen = latest(row.am_seen, row.am_confirmed);
  const cvSeen = latest(row.cv_seen, row.cv_confirmed);
  const { assetManagement, ...connector } = JSON.parse(
    row.connector,
  ) as JoinedConnector;
  return {
    ...connector,
    ...(assetManagement &&
      amSeen !== undefined && {
        assetManagement: { ...assetManagement, seenAt: amSeen },
      }),
    ...(cvSeen !== undefined && { cloudView: { seenAt: cvSeen } }),
    subscription: row.subscription,
    state: row.state as ConnectorState,
    ...(row.owner !== null && { owner: row.owner }),
    ...(row.owner_rule !== null && { ownerRule: row.owner_rule }),
    ...(row.system !== null && { system: row.system }),
    ...(row.labels !== null && {
      labels: JSON.parse(row.labels) as Record<string, string>,
    }),
    entityRef: row.entity_ref,
    firstSeen: row.first_seen,
    lastSeen: [row.last_seen, amSeen ?? '', cvSeen ?? ''].sort()[2],
  };
}
