import type { RequestEvent } from 'backstage-plugin-qualys-common';
import { storable } from '../../database';
import type { RequestPatch, RequestRecord } from './record';

/** A row of the table `connector_requests`. */
export interface RequestRow {
  id: string;
  version: number;
  state: RequestRecord['state'];
  subscription: string;
  provider: RequestRecord['provider'];
  create_through: RequestRecord['createThrough'];
  requester: string;
  owner: string | null;
  account: string;
  name_key: string;
  search: string;
  settings: string;
  external_id: string | null;
  arn: string | null;
  secret: string | null;
  key_expires_on: string | null;
  entity_owner: string | null;
  decision: string | null;
  turn: number | string | null;
  connector_id: string | null;
  asset_management_id: string | null;
  reported_state: string | null;
  problem: string | null;
  idempotency_key: string | null;
  created_at: string;
  updated_at: string;
  submitted_at: string | null;
  expires_at: string | null;
  create_sent_at: string | null;
  ran: string | null;
  next_look_at: string | null;
  looks: number;
  lease_holder: string | null;
  lease_until: string | null;
}

/** A row of the table `connector_request_events`. */
export interface RequestEventRow {
  id: number | string;
  request_id: string;
  at: string;
  action: RequestEvent['action'];
  from_state: RequestEvent['from'];
  to_state: RequestEvent['to'];
  actor: string | null;
  reason: string | null;
  details: string | null;
}

// What a patch writes, by the columns that hold it as it is.
const PLAIN = {
  arn: 'arn',
  secret: 'secret',
  keyExpiresOn: 'key_expires_on',
  entityOwner: 'entity_owner',
  connectorId: 'connector_id',
  assetManagementId: 'asset_management_id',
  reportedState: 'reported_state',
  submittedAt: 'submitted_at',
  expiresAt: 'expires_at',
  createSentAt: 'create_sent_at',
  nextLookAt: 'next_look_at',
  looks: 'looks',
} as const satisfies Partial<Record<keyof RequestPatch, keyof RequestRow>>;

const JSON_COLUMNS = ['decision', 'problem', 'ran'] as const;

// Indexes must not be longer: PostgreSQL refuses it.
const KEY_LENGTH = 200;

/** The columns by which a request is found, from what it asks for. */
export function searchable({
  settings,
  requester,
}: Pick<RequestRecord, 'settings' | 'requester'>): Pick<
  RequestRow,
  'owner' | 'account' | 'name_key' | 'search' | 'settings'
> {
  const { owner, account = '', name = '', purpose = '', entityRef } = settings;
  return {
    owner: owner === undefined ? null : storable(owner.toLowerCase()),
    account: storable(account.slice(0, KEY_LENGTH)),
    name_key: nameKey(name),
    search: storable(
      [name, account, purpose, owner ?? '', requester, entityRef ?? '']
        .join('\n')
        .toLowerCase(),
    ),
    settings: storable(JSON.stringify(settings)),
  };
}

/** A name as it is compared with others. */
export function nameKey(name: string): string {
  return storable(name.trim().toLowerCase().slice(0, KEY_LENGTH));
}

/** The columns that a patch writes. */
export function patchColumns(
  patch: RequestPatch,
  record: Pick<RequestRecord, 'requester'>,
): Partial<RequestRow> {
  const columns: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(PLAIN)) {
    const value = patch[name as keyof typeof PLAIN];
    if (value !== undefined) {
      columns[column] = typeof value === 'string' ? storable(value) : value;
    }
  }
  for (const name of JSON_COLUMNS) {
    const value = patch[name];
    if (value !== undefined) {
      columns[name] = value === null ? null : storable(JSON.stringify(value));
    }
  }
  if (patch.settings) {
    Object.assign(
      columns,
      searchable({ settings: patch.settings, requester: record.requester }),
    );
  }
  return columns;
}

/** Makes a request of a row. */
export function toRequestRecord(row: RequestRow): RequestRecord {
  const optional = {
    externalId: row.external_id,
    arn: row.arn,
    secret: row.secret,
    keyExpiresOn: row.key_expires_on,
    entityOwner: row.entity_owner,
    decision: row.decision === null ? null : JSON.parse(row.decision),
    turn: row.turn === null ? null : Number(row.turn),
    connectorId: row.connector_id,
    assetManagementId: row.asset_management_id,
    reportedState: row.reported_state,
    problem: row.problem === null ? null : JSON.parse(row.problem),
    submittedAt: row.submitted_at,
    expiresAt: row.expires_at,
    createSentAt: row.create_sent_at,
    ran: row.ran === null ? null : JSON.parse(row.ran),
    nextLookAt: row.next_look_at,
  };
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    subscription: row.subscription,
    provider: row.provider,
    createThrough: row.create_through,
    requester: row.requester,
    settings: JSON.parse(row.settings),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    looks: row.looks,
    ...Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== null),
    ),
  };
}

/** Makes an event of a row. */
export function toRequestEvent(row: RequestEventRow): RequestEvent {
  return {
    id: String(row.id),
    at: row.at,
    action: row.action,
    from: row.from_state,
    to: row.to_state,
    ...(row.actor !== null && { actor: row.actor }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.details !== null && JSON.parse(row.details)),
  };
}
