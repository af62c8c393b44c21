import type { Knex } from 'knex';
import { storable } from '../database';
import type { ConnectorKey } from '../mirror';
import { lockRevision, raiseGeneration } from '../mirror';

/** Whom a connector was created for. */
export interface ConnectorPlacement {
  /** Who asked for it to be theirs, as an entity reference. */
  owner: string;
  /** The system that it is part of, as an entity reference. */
  system?: string;
  /** The request that it was created by. */
  requestId: string;
}

/** Whom connectors were created for, in the plugin's database. */
export interface PlacementStore {
  /**
   * Keeps whom a connector was created for. Where the mirror holds it already,
   * its owner is found out anew by whoever writes to the mirror next, and by
   * those who are about to write.
   */
  put(key: ConnectorKey, placement: ConnectorPlacement): Promise<void>;
  /** Those of a subscription, by the ids of the connectors. */
  getAll(
    subscription: string,
  ): Promise<ReadonlyMap<string, ConnectorPlacement>>;
}

interface Row {
  subscription: string;
  connector_id: string;
  owner: string;
  system: string | null;
  request_id: string;
}

/** Opens them. */
export function createPlacementStore(knex: Knex): PlacementStore {
  return {
    async put({ subscription, id }, { owner, system, requestId }) {
      const connector = { subscription, connector_id: storable(id) };
      await knex.transaction(async trx => {
        // Who has worked out the owner before and not written it yet does so
        // again.
        await lockRevision(trx);
        await raiseGeneration(trx, subscription);
        await trx<Row>('connector_placements')
          .insert({
            ...connector,
            owner: storable(owner),
            system: system === undefined ? null : storable(system),
            request_id: requestId,
          })
          .onConflict(['subscription', 'connector_id'])
          .merge();
        await trx('connectors').where(connector).update({ described: '' });
      });
    },
    async getAll(subscription) {
      const rows = await knex<Row>('connector_placements').where({
        subscription,
      });
      return new Map(
        rows.map(row => [
          row.connector_id,
          {
            owner: row.owner,
            ...(row.system !== null && { system: row.system }),
            requestId: row.request_id,
          },
        ]),
      );
    },
  };
}
