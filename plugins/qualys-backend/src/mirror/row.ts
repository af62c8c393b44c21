import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import {
  connectorState,
  type CloudConnector,
  type ConnectorState,
} from 'qualys-model';
import { storable } from '../database';
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
  entity_ref: string;
  fingerprint: string;
  checksum: string;
}

/** A row of the table `connectors`. */
export interface ConnectorRow extends ConnectorFacts {
  version: number;
  revision: number;
  first_seen: string;
  last_seen: string;
  removed_at: string | null;
}

/** The columns that a {@link MirroredConnector} is made of. */
export const CONNECTOR_COLUMNS = [
  'subscription',
  'connector_id',
  'state',
  'connector',
  'owner',
  'owner_rule',
  'entity_ref',
  'first_seen',
  'last_seen',
] as const;

/** Makes the facts of a connector. */
export function toFacts(
  connector: CloudConnector,
  subscription: string,
  description: ConnectorDescription,
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
    entity_ref: description.entityRef,
    fingerprint: fingerprintOf(connector, description),
    checksum: checksumOf(connector, description),
  };
}

/** Makes a connector of a row. */
export function toMirroredConnector(
  row: Pick<ConnectorRow, (typeof CONNECTOR_COLUMNS)[number]>,
): MirroredConnector {
  return {
    ...(JSON.parse(row.connector) as CloudConnector),
    subscription: row.subscription,
    state: row.state as ConnectorState,
    ...(row.owner !== null && { owner: row.owner }),
    ...(row.owner_rule !== null && { ownerRule: row.owner_rule }),
    entityRef: row.entity_ref,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
  };
}
