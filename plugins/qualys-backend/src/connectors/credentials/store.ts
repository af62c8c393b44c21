import type { ConnectorCredentials } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { storable } from '../../database';
import type { ConnectorKey } from '../../mirror';

/** A key that expires, and of what people were reminded. */
export interface ExpiringKey extends ConnectorKey {
  /** `2026-12-31`. */
  expiresOn: string;
  /** So many days before, people were last reminded; undefined where they never were. */
  remindedDays?: number;
}

/** What is known of the keys of connectors, in the plugin's database. */
export interface CredentialsStore {
  get(key: ConnectorKey): Promise<ConnectorCredentials | undefined>;
  getMany(
    keys: readonly ConnectorKey[],
  ): Promise<(ConnectorKey & { credentials: ConnectorCredentials })[]>;
  /** Keeps what is known now; people are reminded of it anew. */
  put(key: ConnectorKey, credentials: ConnectorCredentials): Promise<void>;
  /** The keys that expire on a day or before it. */
  expiring(until: string): Promise<ExpiringKey[]>;
  /**
   * Takes note that people are reminded so many days before. Only one of those
   * who try at the same time does.
   *
   * @returns false where somebody has done so, or the key expires on another day by now
   */
  claim(key: ExpiringKey, days: number): Promise<boolean>;
  /** Takes that back, where they were not reminded after all. */
  release(key: ExpiringKey, days: number): Promise<void>;
}

interface Row {
  subscription: string;
  connector_id: string;
  expires_on: string | null;
  renewed_at: string | null;
  renewed_by: string | null;
  reminded_days: number | null;
}

function credentialsOf(row: Row): ConnectorCredentials {
  return {
    ...(row.expires_on !== null && { expiresOn: row.expires_on }),
    ...(row.renewed_at !== null && { renewedAt: row.renewed_at }),
    ...(row.renewed_by !== null && { renewedBy: row.renewed_by }),
  };
}

/** Opens it. */
export function createCredentialsStore(knex: Knex): CredentialsStore {
  const table = () => knex<Row>('connector_credentials');
  const whereOf = ({ subscription, id }: ConnectorKey) => ({
    subscription,
    connector_id: storable(id),
  });
  const getMany: CredentialsStore['getMany'] = async keys => {
    if (keys.length === 0) return [];
    const rows: Row[] = await table().whereIn(
      ['subscription', 'connector_id'],
      keys.map(({ subscription, id }) => [subscription, storable(id)]),
    );
    return rows.map(row => ({
      subscription: row.subscription,
      id: row.connector_id,
      credentials: credentialsOf(row),
    }));
  };
  return {
    getMany,
    get: async key => (await getMany([key]))[0]?.credentials,
    async put(key, { expiresOn, renewedAt, renewedBy }) {
      await table()
        .insert({
          ...whereOf(key),
          expires_on: expiresOn ?? null,
          renewed_at: renewedAt ?? null,
          renewed_by: renewedBy === undefined ? null : storable(renewedBy),
          reminded_days: null,
        })
        .onConflict(['subscription', 'connector_id'])
        .merge();
    },
    async expiring(until) {
      const rows: Row[] = await table()
        .where('expires_on', '<=', until)
        .orderBy('expires_on');
      return rows.map(row => ({
        subscription: row.subscription,
        id: row.connector_id,
        expiresOn: row.expires_on!,
        ...(row.reminded_days !== null && { remindedDays: row.reminded_days }),
      }));
    },
    async claim(key, days) {
      const claimed = await table()
        .where({ ...whereOf(key), expires_on: key.expiresOn })
        .where(each =>
          each.whereNull('reminded_days').orWhere('reminded_days', '>', days),
        )
        .update({ reminded_days: days });
      return claimed > 0;
    },
    async release(key, days) {
      await table()
        .where({
          ...whereOf(key),
          expires_on: key.expiresOn,
          reminded_days: days,
        })
        .update({ reminded_days: key.remindedDays ?? null });
    },
  };
}
