import type { LoggerService } from '@backstage/backend-plugin-api';
import type { QualysFeed } from 'backstage-plugin-qualys-common';
import type {
  AssetDataConnector,
  CloudConnector,
  CloudProvider,
} from 'qualys-model';
import {
  assetDataConnectorsOf,
  connectorsOf,
  type SubscriptionClient,
} from '../clients';
import { describeError } from '../errors';
import type {
  CloudProgress,
  CloudScan,
  ExpectedCloud,
  FeedScan,
  MirrorStore,
  ScanResult,
  WriteGuard,
} from '../mirror';
import { isOfKind, type FeedFailures } from './failures';
import type { CloudResult, FeedOutcome } from './outcome';
import type { SyncReporter } from './progress';
import {
  scanAssetManagement,
  scanCloudView,
  type FeedResult,
  type KnownConnectors,
  type OnPage,
} from './scan';
import type { Readings } from './readings';

// With 300 a page, ten thousand connectors take 34 calls, and not 200. Qualys'
// own scripts ask for as many, but how many it allows is not documented: where
// it refuses them, the size of its samples is taken.
const CLOUD_VIEW_PAGE_SIZE = 300;
const DOCUMENTED_PAGE_SIZE = 50;

/** What the sync of one cloud works with. */
export interface CloudSync {
  mirror: MirrorStore;
  logger: LoggerService;
  client: SubscriptionClient;
  readings: Readings;
  progress: CloudProgress;
  reporter: Pick<SyncReporter, 'note'>;
  signal: AbortSignal;
  /** Says whether the run may still write. */
  guard: WriteGuard;
  failures: FeedFailures;
}

function scanOf<T>(result: FeedResult<T>): FeedScan<T> {
  const { connectors, coverage, unreadable } = result;
  return {
    connectors,
    coverage,
    unread: unreadable.flatMap(({ id }) => (id === undefined ? [] : [id])),
  };
}

// What broke off is a part of a list that nobody can tell from the whole by its
// looks. It is left alone, so that the word of a feed is as of one reading, and
// no gap is left either.
function brought<T>(
  result: FeedResult<T> | undefined,
): result is FeedResult<T> {
  return result !== undefined && result.coverage !== 'part';
}

function isRefused<T>({ connectors, error }: FeedResult<T>): boolean {
  return connectors.length === 0 && isOfKind(error, 'invalid');
}

async function knownOf(
  { progress }: CloudSync,
  provider: CloudProvider,
  expecting: Promise<ExpectedCloud>,
): Promise<KnownConnectors> {
  return {
    checksums: (await expecting).cloudView,
    missing: progress[provider]?.cloudView?.missing ?? 0,
  };
}

/** Reads one feed of one cloud; undefined where that is not to be read. */
async function readFeed<T extends AssetDataConnector | CloudConnector>(
  sync: CloudSync,
  key: { provider: CloudProvider; feed: QualysFeed },
  expecting: Promise<ExpectedCloud>,
  scan: (onPage: OnPage<T>) => Promise<FeedResult<T>>,
): Promise<FeedResult<T> | undefined> {
  const { failures, readings, reporter } = sync;
  const { provider, feed } = key;
  if (!readings.of(feed, provider)) return undefined;
  const result = await failures.unlessHopeless<FeedResult<T>>(
    feed,
    heard =>
      scan(async ({ came, connectors, total }) => {
        heard();
        reporter.note(key, {
          stage: 'reading',
          read: came,
          ...(total !== undefined &&
            readings.of(feed, provider) === 'full' && { expected: total }),
        });
        await (await expecting).note(feed, connectors);
      }),
    error => ({ connectors: [], unreadable: [], coverage: 'part', error }),
  );
  reporter.note(key, {
    stage: result.coverage === 'part' ? 'failed' : 'read',
  });
  return result;
}

async function readFeeds(
  sync: CloudSync,
  provider: CloudProvider,
  expecting: Promise<ExpectedCloud>,
) {
  const { client, readings, signal } = sync;
  const { qualys } = client;
  const options = {
    signal,
    priority: 'background',
    // One bad record must not keep all others out.
    unreadable: 'report',
  } as const;
  const [assetManagement, cloudView] = await Promise.all([
    readFeed<AssetDataConnector>(
      sync,
      { provider, feed: 'assetManagement' },
      expecting,
      onPage =>
        scanAssetManagement(
          assetDataConnectorsOf(qualys, provider).search(options),
          onPage,
        ),
    ),
    readFeed<CloudConnector>(
      sync,
      { provider, feed: 'cloudView' },
      expecting,
      async onPage => {
        const known =
          readings.of('cloudView', provider) === 'partial'
            ? await knownOf(sync, provider, expecting)
            : undefined;
        const inPagesOf = (pageSize: number) =>
          scanCloudView(
            connectorsOf(qualys, provider).list({ ...options, pageSize }),
            { known, onPage },
          );
        const result = await inPagesOf(CLOUD_VIEW_PAGE_SIZE);
        return isRefused(result) ? inPagesOf(DOCUMENTED_PAGE_SIZE) : result;
      },
    ),
  ]);
  return { assetManagement, cloudView };
}

// A feed that has lost too many at once was not read as it should be.
function withKept(
  outcomes: readonly FeedOutcome[],
  { keptHalves }: ScanResult,
): FeedOutcome[] {
  return outcomes.map(outcome => {
    const kept = keptHalves[outcome.feed];
    return kept > 0 ? { ...outcome, kept } : outcome;
  });
}

type FeedsRead = Awaited<ReturnType<typeof readFeeds>>;

function outcomesOf(feeds: FeedsRead, provider: CloudProvider): FeedOutcome[] {
  return (['assetManagement', 'cloudView'] as const).flatMap(feed => {
    const result = feeds[feed];
    if (!result) return [];
    const { connectors, coverage, error, unreadable } = result;
    const skipped = unreadable.map(record => ({ provider, ...record }));
    return [{ feed, seen: connectors.length, skipped, coverage, error }];
  });
}

// How many connectors came, through whichever feed.
function seenIn({ assetManagement, cloudView }: FeedsRead): number {
  const uuids = new Map(
    assetManagement?.connectors.map(each => [each.id, each.cloudviewUuid]),
  );
  const inBoth = new Set(
    cloudView?.connectors.map(({ id }) => id.toLowerCase()),
  );
  const alsoInAm = [...uuids.values()].filter(
    uuid => uuid !== undefined && inBoth.has(uuid.toLowerCase()),
  ).length;
  return uuids.size + inBoth.size - alsoInAm;
}

// Whatever else Qualys answers, the connector may be there.
async function isGone(
  { client, signal }: CloudSync,
  provider: CloudProvider,
  id: string,
): Promise<boolean> {
  try {
    await connectorsOf(client.qualys, provider).get(id, {
      signal,
      priority: 'background',
    });
    return false;
  } catch (error) {
    return isOfKind(error, 'notFound');
  }
}

/** Reads the feeds of one cloud into the mirror, both in one transaction. */
export async function syncCloud(
  sync: CloudSync,
  provider: CloudProvider,
): Promise<CloudResult> {
  const { mirror, logger, client, reporter } = sync;
  const { subscription } = client;
  const generation = await mirror.generation(subscription.id);
  // Read while the first page is on its way. Where that fails, so will whatever
  // goes by it.
  const expecting = mirror.expect({
    subscription: subscription.id,
    provider,
    generation,
  });
  expecting.catch(() => {});
  const feeds = await readFeeds(sync, provider, expecting);
  const { assetManagement, cloudView } = feeds;
  const outcomes = outcomesOf(feeds, provider);
  const result = { provider, seen: seenIn(feeds), feeds: outcomes };

  if (!brought(assetManagement) && !brought(cloudView)) return result;
  try {
    const scan: CloudScan = {
      subscription: subscription.id,
      provider,
      ...(brought(assetManagement) && {
        assetManagement: scanOf(assetManagement),
      }),
      ...(brought(cloudView) && { cloudView: scanOf(cloudView) }),
      at: new Date(),
      expected: await expecting,
      isGone: id => isGone(sync, provider, id),
      guard: sync.guard,
    };
    const applied = await mirror.applyScan(scan);
    for (const { feed, coverage } of outcomes) {
      if (coverage !== 'part') {
        reporter.note({ provider, feed }, { stage: 'written' });
      }
    }
    return { ...result, applied, feeds: withKept(outcomes, applied) };
  } catch (error) {
    logger.error(
      `The ${provider} connectors of ${
        subscription.id
      } could not be written: ${describeError(error)}`,
    );
    for (const { feed } of outcomes) {
      reporter.note({ provider, feed }, { stage: 'failed' });
    }
    return {
      ...result,
      feeds: outcomes.map(each => ({ ...each, coverage: 'part', error })),
    };
  }
}
