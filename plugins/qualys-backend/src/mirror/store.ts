import type {
  ConnectorHistory,
  ConnectorHistoryQuery,
  ConnectorList,
  ConnectorListQuery,
  MirroredConnector,
  QualysFeed,
  SnapshotChanges,
  SnapshotPage,
  SnapshotQuery,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type { JoinedConnector } from '../feeds';
import type { ExpectedCloud } from './expected';
import type {
  AssetDataConnector,
  CloudConnector,
  CloudProvider,
} from 'qualys-model';

/** Which connector: its subscription and its id in Qualys. */
export interface ConnectorKey {
  subscription: string;
  id: string;
}

/** What this portal adds to a connector: who owns it and its own entity. */
export interface ConnectorDescription {
  /** For example `group:default/payments`; undefined where no rule gives one. */
  owner?: string;
  /** The rule that gave the owner, for people. */
  ownerRule?: string;
  /** For example `system:default/shop`; undefined where no rule gives one. */
  system?: string;
  /** Labels of its entity. */
  labels?: Record<string, string>;
  /** False where it could not be told as it should be: it is asked for again the next time. */
  certain?: boolean;
  /** For example `resource:default/aws-012345678901-1f2e3d4c5b6a`. */
  entityRef: string;
}

/** Tells what this portal adds to a connector. May be asked for each connector of each scan, so it must be quick. */
export type DescribeConnector = (
  connector: JoinedConnector,
  subscription: string,
) => ConnectorDescription | Promise<ConnectorDescription>;

/** What tells what the portal adds to connectors. */
export interface Describer {
  /** What tells it for one attempt to write; what it goes by is read once, before. */
  prepare(): Promise<DescribeConnector>;
  /**
   * What it tells by, in short: what was told by something else is asked for
   * again. Empty where it may tell something else at any time, so that it is
   * asked each time.
   */
  describedBy: string;
}

/**
 * How much of a feed a reading of one cloud has brought.
 *
 * - `whole`: every connector that Qualys shows; only then may others go.
 * - `newest`: the newest, without a gap up to what was known already.
 * - `drifted`: every page, but the list moved while it was read.
 * - `unclear`: every page, but records could not be understood so far that not even their ids are known.
 * - `part`: not every page.
 * - `single`: some that were asked for one by one, which says nothing of how far the feed was read.
 */
export type ScanCoverage =
  | 'whole'
  | 'newest'
  | 'drifted'
  | 'unclear'
  | 'part'
  | 'single';

/** What was read of one feed. */
export interface FeedScan<T> {
  connectors: T[];
  coverage: ScanCoverage;
  /** The ids of those that Qualys showed and that could not be understood: they are there, as they were known last. */
  unread?: readonly string[];
}

/** What was read of one cloud of a subscription. */
export interface CloudScan {
  subscription: string;
  provider: CloudProvider;
  /** What Asset Management showed; missing where it was not read. */
  assetManagement?: FeedScan<AssetDataConnector>;
  /** What CloudView showed; missing where it was not read. */
  cloudView?: FeedScan<CloudConnector>;
  /** The feeds that are switched off, which keep nothing that the other does not show. */
  off?: readonly QualysFeed[];
  /** When it was read. */
  at: Date;
  /** What was expected of it when its reading began, and held against what came; missing where nobody did so. */
  expected?: ExpectedCloud;
  /** Asks Qualys whether CloudView knows a connector no more, by its id; false where that cannot be told. */
  isGone?: (id: string) => Promise<boolean>;
  /** Says whether it may be written, where that can be in doubt. */
  guard?: WriteGuard;
}

/** Asked in the transaction of a write whether it may be made; throws where it may not. */
export type WriteGuard = (trx: Knex.Transaction) => Promise<void>;

/** How far one feed of one cloud was read. */
export interface FeedProgress {
  /** When it was last read without a gap (ISO 8601, UTC). */
  readAt?: string;
  /** When it was last read in full (ISO 8601, UTC). */
  fullAt?: string;
  /** By how many what is kept of it exceeded what it showed at that time; negative where it showed what could not be understood. */
  missing: number;
  /** Whether something may have been missed since. */
  gap: boolean;
}

/** How far the feeds of a subscription were read. */
export type CloudProgress = Partial<
  Record<CloudProvider, Partial<Record<QualysFeed, FeedProgress>>>
>;

/** What a scan changed in the mirror. */
export interface ScanResult {
  /** New, or back after a removal. */
  added: number;
  /** Changed in identity or settings; a later sync or another counter does not count. */
  changed: number;
  removed: number;
  /** Missing from the scan, yet kept, because the scan was not complete or too many would go at once. */
  heldBack: number;
  /** The revision of the mirror after it. */
  revision: number;
  /** Whether the revision rose. */
  revised: boolean;
  /** How many connectors the feeds disagree about. */
  disagreements: number;
  /** How many each feed does not show any more though the other does: kept, since they are too many. */
  keptHalves: Record<QualysFeed, number>;
}

/** How many connectors the mirror holds of a subscription. */
export interface ConnectorCounts {
  total: number;
  byState: Partial<Record<MirroredConnector['state'], number>>;
  byProvider: Partial<Record<CloudProvider, number>>;
}

/** The local copy of all connectors of the configured subscriptions. */
export interface MirrorStore {
  /** One connector; undefined when the mirror does not hold it (any more). */
  get(key: ConnectorKey): Promise<MirroredConnector | undefined>;

  /** Those of the connectors that the mirror holds, in no certain order. One query for up to 200 keys. */
  getMany(keys: readonly ConnectorKey[]): Promise<MirroredConnector[]>;

  /** Some connectors of an account, of whichever subscription. */
  ofAccount(
    provider: CloudProvider,
    account: string,
  ): Promise<MirroredConnector[]>;

  /** Some connectors of a subscription that have a name, regardless of its case. */
  ofName(subscription: string, name: string): Promise<MirroredConnector[]>;

  /**
   * A page of connectors, in a single query.
   *
   * @throws InputError when the cursor is not one of the same filters and sort
   */
  list(query: ConnectorListQuery): Promise<ConnectorList>;

  /**
   * A page of all connectors at one revision, in a single query.
   *
   * @throws ConflictError when the mirror is not at the wanted revision any more
   * @throws InputError when the cursor is not one of a snapshot
   */
  snapshot(query: SnapshotQuery): Promise<Omit<SnapshotPage, 'subscriptions'>>;

  /** What has changed since a revision, in a single snapshot of the database. */
  changesSince(revision: number): Promise<SnapshotChanges>;

  /** The entities of connectors that have gone, and are still remembered, as entity references. */
  gone(): Promise<string[]>;

  /**
   * A page of what happened to a connector, newest first.
   *
   * @throws InputError when the cursor is not one of the same connector
   */
  history(
    key: ConnectorKey,
    query: ConnectorHistoryQuery,
  ): Promise<ConnectorHistory>;

  /** Forgets what happened to connectors too long ago, and which have gone that long. */
  forget(): Promise<void>;

  /** Writes a scan of one cloud into the mirror, all of it or nothing. */
  applyScan(scan: CloudScan): Promise<ScanResult>;

  /**
   * Takes a connector out that Qualys is known to have no more.
   *
   * @returns the revision afterwards; undefined where the mirror did not hold it
   */
  remove(key: ConnectorKey): Promise<{ revision: number } | undefined>;

  /** How far each feed of each cloud was read, by subscription. */
  progress(): Promise<Map<string, CloudProgress>>;

  /** How often a subscription has been written to. */
  generation(subscription: string): Promise<number>;

  /**
   * What a reading of a cloud brings where nothing has happened; for a single
   * scan.
   *
   * @param key.generation - as it was before the reading began: what the portal
   * itself has changed since is newer than what the reading brings
   */
  expect(key: {
    subscription: string;
    provider: CloudProvider;
    generation: number;
  }): Promise<ExpectedCloud>;

  /** Takes note of the configured subscriptions; to be called at start. */
  noteConfigured(): Promise<void>;

  /**
   * Asks again who owns those connectors about which that was told by another
   * configuration; to be called at start, and need not be waited for.
   */
  describeAgain(signal?: AbortSignal): Promise<{
    changed: number;
    revision: number;
    /** Those in which anything differs. */
    subscriptions: string[];
  }>;

  /** How many connectors of each cloud each feed knew last. */
  feedCounts(
    subscription: string,
  ): Promise<Map<CloudProvider, Record<QualysFeed, number>>>;

  /** How many connectors the mirror holds of each subscription. */
  counts(): Promise<Map<string, ConnectorCounts>>;

  /** External IDs that AWS connectors of a subscription have, up to a hundred; those of the present form are among them. */
  externalIds(subscription: string): Promise<string[]>;

  /** The owners that occur, in alphabetical order. */
  owners(): Promise<string[]>;

  /** How many connectors each rule decides about; the empty one where none gives an owner. */
  ownerRules(): Promise<Map<string, number>>;
}
