import { randomUUID } from 'node:crypto';
import type {
  BindingState,
  BoundObjectType,
} from 'backstage-plugin-qualys-common';
import type { Claim } from './claims';
import type { BindingRecord, ClaimingEntity } from './store';

/** A row of the table `bindings`. */
export interface BindingRow {
  id: string;
  entity_ref: string;
  owner: string;
  type: string;
  subscription: string;
  object_id: string;
  state: string;
  /** A number in SQLite. */
  claimed: boolean | number;
  /** A number, too. */
  made: boolean | number;
  decided_by: string | null;
  decided_at: string | null;
  reason: string | null;
  first_seen: string;
}

/** Makes the row of a claim that nobody has seen yet. */
export function toRow(
  { entityRef, owner }: ClaimingEntity,
  { type, subscription, objectId }: Claim,
  firstSeen: string,
): BindingRow {
  return {
    id: randomUUID(),
    entity_ref: entityRef,
    owner,
    type,
    subscription,
    object_id: objectId,
    state: 'open' satisfies BindingState,
    claimed: true,
    made: false,
    decided_by: null,
    decided_at: null,
    reason: null,
    first_seen: firstSeen,
  };
}

/** Reads a row. */
export function toRecord(row: BindingRow): BindingRecord {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    owner: row.owner,
    type: row.type as BoundObjectType,
    subscription: row.subscription,
    objectId: row.object_id,
    state: row.state as BindingState,
    claimed: Boolean(row.claimed),
    made: Boolean(row.made),
    ...(row.decided_by !== null && { decidedBy: row.decided_by }),
    ...(row.decided_at !== null && { decidedAt: row.decided_at }),
    ...(row.reason !== null && { reason: row.reason }),
    firstSeen: row.first_seen,
  };
}
