import type {
  FeedDisagreement,
  QualysFeed,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type { AssetDataConnector, CloudConnector } from 'qualys-model';
import { joinHalves, type JoinedConnector } from '../feeds';
import { present } from './present';
import { recount } from './counts';
import { lockRevision, raiseRevision } from './revision';
import { toFacts, type ConnectorFacts, type ConnectorRow } from './row';
import type { DescribeConnector } from './store';

const ROWS_PER_READ = 500;

const STORED_COLUMNS = [
  'subscription',
  'connector_id',
  'am_connector',
  'cv_connector',
  'disagreement',
  'fingerprint',
  'checksum',
] as const;

type Stored = Pick<ConnectorRow, (typeof STORED_COLUMNS)[number]>;

function connectorOf(row: Stored, off: readonly QualysFeed[]): JoinedConnector {
  const read = <T>(text: string | null) =>
    text === null ? undefined : (JSON.parse(text) as T);
  const disagreement = read<FeedDisagreement>(row.disagreement);
  return {
    ...joinHalves(
      row.connector_id,
      {
        assetManagement: read<AssetDataConnector>(row.am_connector),
        cloudView: read<CloudConnector>(row.cv_connector),
      },
      off,
    ),
    ...(disagreement && { disagreement }),
  };
}

async function* stored(
  knex: Knex,
  subscriptions: readonly string[],
): AsyncGenerator<Stored> {
  let after: [string, string] | undefined;
  for (;;) {
    const query = present(knex, subscriptions)
      .select(STORED_COLUMNS)
      .orderBy(['subscription', 'connector_id'])
      .limit(ROWS_PER_READ);
    if (after) query.whereRaw('(subscription, connector_id) > (?, ?)', after);
    const rows: Stored[] = await query;
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_PER_READ) return;
    after = [last.subscription, last.connector_id];
  }
}

/**
 * Asks again who owns each connector and which feed wins, and takes note of
 * which subscriptions are configured. The revision rises when anything of this
 * has changed.
 */
export async function describeAgain(
  knex: Knex,
  subscriptions: readonly string[],
  describe: DescribeConnector,
  off: (subscription: string) => readonly QualysFeed[],
): Promise<{ changed: number; revision: number }> {
  const changes: { before: Stored; after: ConnectorFacts }[] = [];
  for await (const before of stored(knex, subscriptions)) {
    const connector = connectorOf(before, off(before.subscription));
    const after = toFacts(
      connector,
      before.subscription,
      await describe(connector, before.subscription),
    );
    if (after.checksum !== before.checksum) changes.push({ before, after });
  }

  return knex.transaction(async trx => {
    const revisionBefore = await lockRevision(trx);
    const configured = JSON.stringify(subscriptions);
    const state = await trx('mirror_state').where('id', 1).first();
    const revised =
      state.subscriptions !== configured ||
      changes.some(
        ({ before, after }) => before.fingerprint !== after.fingerprint,
      );
    const revision = revised ? await raiseRevision(trx) : revisionBefore;
    await trx('mirror_state')
      .where('id', 1)
      .update({ subscriptions: configured });

    let changed = 0;
    for (const { before, after } of changes) {
      const steady = before.fingerprint === after.fingerprint;
      // A sync that has rewritten the row meanwhile has asked for itself.
      changed += await trx('connectors')
        .where({
          subscription: before.subscription,
          connector_id: before.connector_id,
          checksum: before.checksum,
        })
        .update({
          ...after,
          ...(!steady && { revision, version: trx.raw('version + 1') }),
        });
    }
    if (changed > 0) await recount(trx, {});
    return { changed, revision };
  });
}
