import { QUALYS_FEEDS, type QualysFeed } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import PQueue from 'p-queue';
import { DEFAULT_REMOVAL_BOUNDS, type RemovalBounds } from '../config';
import { applyScan } from './applyScan';
import { readChanges, readGone } from './changes';
import {
  readCounts,
  readFeedCounts,
  readOwnerRules,
  readOwners,
} from './counts';
import { noteConfigured } from './configured';
import { describeAgain } from './describeAgain';
import { expectCloud } from './expected';
import { describedByHash } from './fingerprint';
import { readExternalIds } from './externalIds';
import { forget, readHistory } from './history';
import { listConnectors } from './list';
import type { OnMirrorNews } from './news';
import { present } from './present';
import { readProgress } from './progress';
import { readGeneration } from './revision';
import {
  connectorColumns,
  toMirroredConnector,
  type ConnectorRow,
  type ShownRow,
} from './row';
import { removeConnector } from './removeConnector';
import { readSnapshot } from './snapshot';
import type {
  ConnectorKey,
  DescribeConnector,
  Describer,
  MirrorStore,
} from './store';
import { sortableName } from './text';

// As many as anybody looks at of connectors that are alike.
const MOST_ALIKE = 20;

/** Opens the mirror in the plugin's database. */
export function createMirrorStore(options: {
  knex: Knex;
  /** The configured subscriptions; the mirror shows no others. */
  subscriptions: readonly {
    id: string;
    feeds?: readonly QualysFeed[];
    removals?: RemovalBounds;
  }[];
  /**
   * Makes what tells what the portal adds to the connectors of a subscription,
   * for one attempt to write: whatever else it goes by it reads here, once.
   * Whoever changes that raises the generation of the subscription.
   */
  describing: (subscription: string) => Promise<DescribeConnector>;
  /** What that tells by; empty where it may tell something else at any time. */
  describedBy?: string;
  /** Is told of what a scan changed. */
  onNews?: OnMirrorNews;
}): MirrorStore {
  const { knex, describing, describedBy = 'as ever', onNews } = options;
  const ids = options.subscriptions.map(({ id }) => id);
  const writes = new PQueue({ concurrency: 1 });
  const bounds = new Map(
    options.subscriptions.map(({ id, removals }) => [id, removals]),
  );
  const offOf = (subscription: string) => {
    const on = options.subscriptions.find(({ id }) => id === subscription);
    return QUALYS_FEEDS.filter(feed => on?.feeds?.includes(feed) === false);
  };
  const describerOf = (subscription: string): Describer => ({
    prepare: () => describing(subscription),
    describedBy:
      describedBy && describedByHash(describedBy, offOf(subscription)),
  });

  const some = async (
    where: Partial<ConnectorRow>,
    accounts?: readonly string[],
  ) => {
    const alike = present(knex, ids)
      .select(connectorColumns(knex))
      .where(where);
    if (accounts) alike.whereIn('account', accounts);
    const rows: ShownRow[] = await alike
      .orderBy('connector_id')
      .limit(MOST_ALIKE);
    return rows.map(toMirroredConnector);
  };

  const getMany = async (keys: readonly ConnectorKey[]) => {
    if (keys.length === 0) return [];
    const rows: ShownRow[] = await present(knex, ids)
      .select(connectorColumns(knex))
      .whereIn(
        ['subscription', 'connector_id'],
        keys.map(({ subscription, id }) => [subscription, id]),
      );
    return rows.map(toMirroredConnector);
  };

  return {
    getMany,
    // Qualys gives the id of an Azure subscription back as it was typed there.
    ofAccount: (provider, account) =>
      some({ provider }, [
        account,
        account.toLowerCase(),
        account.toUpperCase(),
      ]),
    ofName: (subscription, name) =>
      some({ subscription, name_key: sortableName(name.trim()) }),
    get: async key => (await getMany([key]))[0],
    list: query => listConnectors(knex, ids, query),
    snapshot: query => readSnapshot(knex, ids, query),
    changesSince: revision => readChanges(knex, ids, revision),
    history: (key, query) => readHistory(knex, key, query),
    gone: () => readGone(knex, ids),
    forget: () => forget(knex),
    async applyScan(scan) {
      // One at a time: two that work out what to write side by side would
      // have to do so again.
      const { result, news } = await writes.add(() =>
        applyScan(
          knex,
          { off: offOf(scan.subscription), ...scan },
          describerOf(scan.subscription),
          bounds.get(scan.subscription) ?? DEFAULT_REMOVAL_BOUNDS,
        ),
      );
      onNews?.(news);
      return result;
    },
    async remove(key) {
      const news = await writes.add(() => removeConnector(knex, key));
      if (news) onNews?.(news);
      return news && { revision: news.revision };
    },
    progress: () => readProgress(knex),
    generation: subscription => readGeneration(knex, subscription),
    expect: key => expectCloud(knex, key, describerOf(key.subscription)),
    noteConfigured: () => noteConfigured(knex, ids),
    describeAgain: signal =>
      writes.add(() =>
        describeAgain(knex, ids, { describerOf, offOf, signal }),
      ),
    feedCounts: subscription => readFeedCounts(knex, subscription),
    counts: () => readCounts(knex, ids),
    externalIds: subscription => readExternalIds(knex, ids, subscription),
    owners: () => readOwners(knex, ids),
    ownerRules: () => readOwnerRules(knex, ids),
  };
}
