import type { LoggerService } from '@backstage/backend-plugin-api';
import type { QualysFeed } from 'backstage-plugin-qualys-common';
import { QualysError } from 'qualys-client';
import type { CloudProvider } from 'qualys-model';
import {
  assetDataConnectorsOf,
  connectorsOf,
  type SubscriptionClient,
} from '../clients';
import { describeError } from '../errors';
import type {
  CloudProgress,
  CloudScan,
  FeedScan,
  MirrorStore,
  WriteGuard,
} from '../mirror';
import type { CloudResult, FeedOutcome } from './outcome';
import {
  scanAssetManagement,
  scanCloudView,
  type FeedResult,
  type KnownConnectors,
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
  signal: AbortSignal;
  /** Says whether the run may still write. */
  guard: WriteGuard;
  /** Whether it is of no use to go on with a feed after such an error. */
  isHopeless(error: unknown, feed: QualysFeed): boolean;
  /** Whether no feed needs to be tried after such an error. */
  isFatal(error: unknown): boolean;
  /** The feeds that have failed hopelessly, with the reason. */
  failed: Map<QualysFeed, unknown>;
}

function scanOf<T>({ connectors, coverage }: FeedResult<T>): FeedScan<T> {
  return { connectors, coverage };
}

// What broke off before anything came changes nothing, and leaves no gap.
function brought<T>(result: FeedResult<T> | undefined): boolean {
  return (
    result !== undefined &&
    (result.coverage !== 'part' || result.connectors.length > 0)
  );
}

function isRefused<T>({ connectors, error }: FeedResult<T>): boolean {
  return (
    connectors.length === 0 &&
    error instanceof QualysError &&
    error.kind === 'invalid'
  );
}

async function knownOf(
  { mirror, client, progress }: CloudSync,
  provider: CloudProvider,
): Promise<KnownConnectors> {
  const { id } = client.subscription;
  return {
    checksums: await mirror.cloudViewChecksums(id, provider),
    missing: progress[provider]?.cloudView?.missing ?? 0,
  };
}

/** Reads the feeds of one cloud into the mirror, both in one transaction. */
export async function syncCloud(
  sync: CloudSync,
  provider: CloudProvider,
): Promise<CloudResult> {
  const { mirror, logger, client, readings, signal, failed } = sync;
  const { subscription, qualys } = client;
  const options = { signal, priority: 'background' } as const;

  const outcomes: FeedOutcome[] = [];
  const attempt = async <T>(
    feed: QualysFeed,
    scan: () => Promise<FeedResult<T>>,
  ): Promise<FeedResult<T> | undefined> => {
    if (!readings.of(feed, provider)) return undefined;
    const result: FeedResult<T> = failed.has(feed)
      ? { connectors: [], coverage: 'part', error: failed.get(feed) }
      : await scan();
    const { connectors, coverage, error } = result;
    outcomes.push({ feed, seen: connectors.length, coverage, error });
    if (sync.isHopeless(error, feed)) failed.set(feed, error);
    if (sync.isFatal(error)) {
      for (const each of subscription.feeds) failed.set(each, error);
    }
    return result;
  };

  const assetManagement = await attempt('assetManagement', () =>
    scanAssetManagement(
      assetDataConnectorsOf(qualys, provider).search(options),
    ),
  );
  const cloudView = await attempt('cloudView', async () => {
    const known =
      readings.of('cloudView', provider) === 'partial'
        ? await knownOf(sync, provider)
        : undefined;
    const inPagesOf = (pageSize: number) =>
      scanCloudView(
        connectorsOf(qualys, provider).list({ ...options, pageSize }),
        known,
      );
    const result = await inPagesOf(CLOUD_VIEW_PAGE_SIZE);
    return isRefused(result) ? inPagesOf(DOCUMENTED_PAGE_SIZE) : result;
  });

  const uuids = new Map(
    assetManagement?.connectors.map(each => [each.id, each.cloudviewUuid]),
  );
  const inBoth = new Set(
    cloudView?.connectors.map(({ id }) => id.toLowerCase()),
  );
  const alsoInAm = [...uuids.values()].filter(
    uuid => uuid !== undefined && inBoth.has(uuid.toLowerCase()),
  ).length;
  const result = {
    provider,
    seen: uuids.size + inBoth.size - alsoInAm,
    feeds: outcomes,
  };

  if (!brought(assetManagement) && !brought(cloudView)) return result;
  try {
    const scan: CloudScan = {
      subscription: subscription.id,
      provider,
      ...(assetManagement &&
        brought(assetManagement) && {
          assetManagement: scanOf(assetManagement),
        }),
      ...(cloudView && brought(cloudView) && { cloudView: scanOf(cloudView) }),
      at: new Date(),
      guard: sync.guard,
    };
    return { ...result, applied: await mirror.applyScan(scan) };
  } catch (error) {
    logger.error(
      `The ${provider} connectors of ${
        subscription.id
      } could not be written: ${describeError(error)}`,
    );
    return {
      ...result,
      feeds: outcomes.map(each => ({ ...each, coverage: 'part', error })),
    };
  }
}
