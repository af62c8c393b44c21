import type {
  ConnectorList,
  ConnectorListQuery,
  MirroredConnector,
  SnapshotPage,
  SnapshotQuery,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type { CloudConnector, CloudProvider } from 'qualys-model';

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
  /** For example `resource:default/aws-012345678901-1f2e3d4c5b6a`. */
  entityRef: string;
}

/** Tells what this portal adds to a connector. Asked for each connector of each scan, so it must be quick. */
export type DescribeConnector = (
  connector: CloudConnector,
  subscription: string,
) => ConnectorDescription | Promise<ConnectorDescription>;

/**
 * How much of a cloud a scan has read.
 *
 * - `whole`: every connector that Qualys holds; only then may others go.
 * - `drifted`: every page, but the list moved while it was read.
 * - `part`: not every page.
 */
export type ScanCoverage = 'whole' | 'drifted' | 'part';

/** What was read of one cloud of a subscription. */
export interface CloudScan {
  subscription: string;
  provider: CloudProvider;
  connectors: CloudConnector[];
  coverage: ScanCoverage;
  /** When it was read. */
  at: Date;
  /** Says whether it may be written, where that can be in doubt. */
  guard?: WriteGuard;
}

/** Asked in the transaction of a write whether it may be made; throws where it may not. */
export type WriteGuard = (trx: Knex.Transaction) => Promise<void>;

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

  /** Writes a scan of one cloud into the mirror, all of it or nothing. */
  applyScan(scan: CloudScan): Promise<ScanResult>;

  /**
   * Asks again who owns each connector, and takes note of the configured
   * subscriptions; to be called at start, since both come from the configuration.
   */
  describeAgain(): Promise<{ changed: number; revision: number }>;

  /** How many connectors the mirror holds of each subscription. */
  counts(): Promise<Map<string, ConnectorCounts>>;

  /** The owners that occur, in alphabetical order. */
  owners(): Promise<string[]>;
}
