import { ConflictError } from '@backstage/errors';
import type {
  FeedDisagreement,
  QualysFeed,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type {
  AssetDataConnector,
  CloudConnector,
  ConnectorState,
} from 'qualys-model';
import { joinHalves, type JoinedConnector } from '../feeds';
import { recount } from './counts';
import { changedSettings } from './fingerprint';
import { noteHappenings } from './history';
import {
  lockRevision,
  noteRegrouped,
  raiseGeneration,
  raiseRevision,
  readGeneration,
} from './revision';
import { toFacts, type ConnectorFacts, type ConnectorRow } from './row';
import type { Describer, MirrorStore } from './store';

const ROWS_AT_ONCE = 200;

const ATTEMPTS = 10;

interface Options {
  describerOf(subscription: string): Describer;
  offOf(subscription: string): readonly QualysFeed[];
  signal?: AbortSignal;
}

interface Described {
  before: ConnectorRow;
  facts: ConnectorFacts;
}

function connectorOf(
  row: ConnectorRow,
  off: readonly QualysFeed[],
): JoinedConnector {
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

async function readSome(
  knex: Knex,
  subscription: string,
  { describedBy }: Describer,
  after: string,
): Promise<ConnectorRow[]> {
  const query = knex('connectors')
    .where({ subscription })
    .where('connector_id', '>', after)
    .whereNull('removed_at')
    .orderBy('connector_id')
    .limit(ROWS_AT_ONCE);
  if (describedBy) query.whereNot('described', describedBy);
  return query;
}

async function write(
  trx: Knex.Transaction,
  subscription: string,
  all: readonly Described[],
): Promise<void> {
  const revisionBefore = await lockRevision(trx);
  await raiseGeneration(trx, subscription);
  const isNew = ({ before, facts }: Described) =>
    before.fingerprint !== facts.fingerprint;
  const fresh = all.filter(isNew);
  const revision = fresh.length > 0 ? await raiseRevision(trx) : revisionBefore;
  if (fresh.some(each => each.before.entity_ref !== each.facts.entity_ref)) {
    await noteRegrouped(trx, revision);
  }
  const rows = all.map(each => ({
    ...each.before,
    ...each.facts,
    ...(isNew(each) && { revision, version: each.before.version + 1 }),
  }));
  await trx('connectors')
    .insert(rows)
    .onConflict(['subscription', 'connector_id'])
    .merge();
  const settings = new Map(
    fresh.map(({ before, facts }) => [
      facts.connector_id,
      changedSettings(before, facts),
    ]),
  );
  await noteHappenings(
    trx,
    { subscription, at: new Date().toISOString() },
    fresh.map(({ facts }) => ({
      type: 'settingsChanged',
      id: facts.connector_id,
      state: facts.state as ConnectorState,
    })),
    id => ({ settings: settings.get(id) }),
  );
}

/** Describes some connectors again; gives how many differ, and where to go on. */
async function describeSome(
  knex: Knex,
  subscription: string,
  { describerOf, offOf }: Options,
  after: string,
): Promise<{ changed: number; next?: string }> {
  const describer = describerOf(subscription);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const generation = await readGeneration(knex, subscription);
    const describe = await describer.prepare();
    const rows = await readSome(knex, subscription, describer, after);
    const described = await Promise.all(
      rows.map(async before => {
        const connector = connectorOf(before, offOf(subscription));
        const facts = toFacts(
          connector,
          subscription,
          await describe(connector, subscription),
          describer.describedBy,
        );
        return { before, facts };
      }),
    );
    const different = described.filter(
      ({ before, facts }) =>
        before.checksum !== facts.checksum ||
        before.described !== facts.described,
    );
    const next =
      rows.length < ROWS_AT_ONCE ? undefined : rows.at(-1)?.connector_id;
    if (different.length === 0) return { changed: 0, next };
    const isWritten = await knex.transaction(async trx => {
      await lockRevision(trx);
      if ((await readGeneration(trx, subscription)) !== generation)
        return false;
      await write(trx, subscription, different);
      return true;
    });
    if (isWritten) {
      const changed = different.filter(
        ({ before, facts }) => before.checksum !== facts.checksum,
      );
      return { changed: changed.length, next };
    }
  }
  throw new ConflictError(
    `Others wrote to the connectors of ${subscription} each time that they were to be described again`,
  );
}

/**
 * Asks again who owns each connector and which feed wins, where that was told
 * by other rules. The revision rises with whatever differs. It is done little
 * by little, so that nobody waits for long meanwhile.
 */
export async function describeAgain(
  knex: Knex,
  subscriptions: readonly string[],
  options: Options,
): ReturnType<MirrorStore['describeAgain']> {
  let changed = 0;
  const different: string[] = [];
  for (const subscription of subscriptions) {
    let changedHere = 0;
    let after: string | undefined = '';
    while (after !== undefined && !options.signal?.aborted) {
      const some: { changed: number; next?: string } = await describeSome(
        knex,
        subscription,
        options,
        after,
      );
      changedHere += some.changed;
      after = some.next;
    }
    if (changedHere > 0) {
      different.push(subscription);
      await knex.transaction(trx => recount(trx, { subscription }));
    }
    changed += changedHere;
  }
  const { revision } = await knex('mirror_state').where('id', 1).first();
  return { changed, revision: Number(revision), subscriptions: different };
}
