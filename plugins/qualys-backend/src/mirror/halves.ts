import type {
  FeedDisagreement,
  QualysFeed,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type {
  AssetDataConnector,
  CloudConnector,
  CloudProvider,
} from 'qualys-model';
import { chunks, storable } from '../database';
import { ownRecord, placeRecords, type Halves, type Placement } from '../feeds';
import { halfChecksum } from './fingerprint';
import type { ConnectorRow } from './row';
import type { CloudScan, FeedScan } from './store';

/** What is known of a connector without reading all of it. */
export type Known = Pick<
  ConnectorRow,
  | 'connector_id'
  | 'am_id'
  | 'am_uuid'
  | 'am_account'
  | 'am_checksum'
  | 'am_seen'
  | 'cv_account'
  | 'cv_checksum'
  | 'cv_seen'
  | 'disagreement'
  | 'fingerprint'
  | 'checksum'
  | 'described'
  | 'version'
  | 'revision'
  | 'state'
  | 'last_seen'
  | 'removed_at'
> & { provider: CloudProvider };

const KNOWN_COLUMNS = [
  'connector_id',
  'provider',
  'am_id',
  'am_uuid',
  'am_account',
  'am_checksum',
  'am_seen',
  'cv_account',
  'cv_checksum',
  'cv_seen',
  'disagreement',
  'fingerprint',
  'checksum',
  'described',
  'version',
  'revision',
  'state',
  'last_seen',
  'removed_at',
] as const satisfies readonly (keyof Known)[];

// Stays well below what the databases take as bound values.
const IDS_PER_READ = 500;

/** What one feed says of a connector. */
export interface Half<T> {
  id: string;
  provider: CloudProvider;
  account: string;
  /** The id in CloudView that Asset Management names. */
  uuid?: string;
  checksum: string;
  seen: string;
  /** The record that it stands in until now. */
  record?: string;
  /** All of it, where it has just come. */
  connector?: T;
}

/** What both feeds say of the connectors of one cloud. */
export interface AllHalves {
  assetManagement: Map<string, Half<AssetDataConnector>>;
  cloudView: Map<string, Half<CloudConnector>>;
}

/** A record as it is to be. */
export interface ConnectorRecord {
  id: string;
  assetManagement?: Half<AssetDataConnector>;
  cloudView?: Half<CloudConnector>;
  disagreement?: FeedDisagreement;
}

/** What is known of the connectors of the cloud of a scan, and of others whose ids are named in it, removed ones too. */
export async function readKnown(
  knex: Knex,
  { subscription, provider, assetManagement, cloudView }: CloudScan,
): Promise<Known[]> {
  const known: Known[] = await knex('connectors')
    .where({ subscription, provider })
    .whereNull('removed_at')
    .select(KNOWN_COLUMNS);
  const ids = new Set(known.map(row => row.connector_id));
  const named = [
    ...(assetManagement?.connectors ?? []).flatMap(each => [
      each.cloudviewUuid,
      ownRecord(each),
    ]),
    ...(cloudView?.connectors ?? []).map(each => each.id),
  ];
  const unknown = [...new Set(named)].filter(
    (id): id is string => id !== undefined && !ids.has(id),
  );
  for (const batch of chunks(unknown, IDS_PER_READ)) {
    const elsewhere: Known[] = await knex('connectors')
      .where({ subscription })
      .whereIn('connector_id', batch.map(storable))
      .select(KNOWN_COLUMNS);
    known.push(...elsewhere);
  }
  return known;
}

// Ids of Asset Management may be unique in one cloud only.
function amKey({ id, provider }: { id: string; provider: string }): string {
  return `${provider}/${id}`;
}

/** What the feeds said until now. */
export function halvesOf(known: readonly Known[]): AllHalves {
  const halves: AllHalves = {
    assetManagement: new Map(),
    cloudView: new Map(),
  };
  for (const row of known) {
    const { provider, connector_id: record } = row;
    if (row.removed_at === null && row.am_id !== null) {
      halves.assetManagement.set(amKey({ id: row.am_id, provider }), {
        id: row.am_id,
        provider,
        account: row.am_account ?? '',
        ...(row.am_uuid !== null && { uuid: row.am_uuid }),
        checksum: row.am_checksum ?? '',
        seen: row.am_seen ?? row.last_seen,
        record,
      });
    }
    if (row.removed_at === null && row.cv_checksum !== null) {
      halves.cloudView.set(record, {
        id: record,
        provider,
        account: row.cv_account ?? '',
        checksum: row.cv_checksum,
        seen: row.cv_seen ?? row.last_seen,
        record,
      });
    }
  }
  return halves;
}

function take<T extends AssetDataConnector | CloudConnector>(
  before: Map<string, Half<T>>,
  scan: FeedScan<T> | undefined,
  seen: string,
  keyOf: (half: { id: string; provider: CloudProvider }) => string,
): Map<string, Half<T>> {
  const halves = new Map(before);
  for (const connector of scan?.connectors ?? []) {
    const id = storable(connector.id);
    const { provider, account } = connector;
    const uuid =
      'cloudviewUuid' in connector ? connector.cloudviewUuid : undefined;
    const key = keyOf({ id, provider });
    halves.set(key, {
      id,
      provider,
      account: storable(account),
      ...(uuid !== undefined && { uuid: storable(uuid) }),
      checksum: halfChecksum(connector),
      seen,
      record: before.get(key)?.record,
      connector,
    });
  }
  return halves;
}

/** What the feeds say after a scan; what it did not show stays as it was. */
export function withScan(before: AllHalves, scan: CloudScan): AllHalves {
  const seen = scan.at.toISOString();
  return {
    assetManagement: take(
      before.assetManagement,
      scan.assetManagement,
      seen,
      amKey,
    ),
    cloudView: take(before.cloudView, scan.cloudView, seen, ({ id }) => id),
  };
}

/** The records that the halves make up, by their ids, and how the feeds agree. */
export function recordsOf(
  halves: AllHalves,
  scan: CloudScan,
): {
  records: Map<string, ConnectorRecord>;
  placement: Placement;
} {
  const placement = placeRecords(
    [...halves.assetManagement].map(([key, half]) => ({
      ...half,
      key,
      missing: isMissing(half, 'assetManagement', scan),
    })),
    [...halves.cloudView.values()],
  );
  const records = new Map<string, ConnectorRecord>();
  const recordWith = (id: string) => {
    const record = records.get(id) ?? {
      id,
      disagreement: placement.disagreements.get(id),
    };
    records.set(id, record);
    return record;
  };
  for (const half of halves.cloudView.values()) {
    recordWith(half.id).cloudView = half;
  }
  for (const [key, half] of halves.assetManagement) {
    const record = placement.records.get(key);
    if (record !== undefined) recordWith(record).assetManagement = half;
  }
  return { records, placement };
}

/** Whether a half came in a scan, but could not be understood. */
export function isUnread(
  half: Half<unknown> | undefined,
  feed: QualysFeed,
  scan: CloudScan,
): boolean {
  return half !== undefined && (scan[feed]?.unread ?? []).includes(half.id);
}

/** Whether a scan shows that a half is not there any more. */
export function isMissing(
  half: Half<unknown> | undefined,
  feed: QualysFeed,
  scan: CloudScan,
): boolean {
  return (
    half !== undefined &&
    half.connector === undefined &&
    half.provider === scan.provider &&
    scan[feed]?.coverage === 'whole' &&
    !isUnread(half, feed, scan)
  );
}

/** Reads the whole of what the feeds say of records. */
export async function readHalves(
  knex: Knex,
  subscription: string,
  records: readonly ConnectorRecord[],
): Promise<Map<string, Halves>> {
  const wanted = new Set(
    records.flatMap(({ assetManagement, cloudView }) =>
      [assetManagement, cloudView].flatMap(half =>
        half && !half.connector && half.record ? [half.record] : [],
      ),
    ),
  );
  const stored = new Map<string, ConnectorRow>();
  for (const batch of chunks([...wanted], IDS_PER_READ)) {
    const rows: ConnectorRow[] = await knex('connectors')
      .where({ subscription })
      .whereIn('connector_id', batch)
      .select('connector_id', 'am_connector', 'cv_connector');
    for (const row of rows) stored.set(row.connector_id, row);
  }
  const whole = <T>(
    half: Half<T> | undefined,
    column: 'am_connector' | 'cv_connector',
  ): T | undefined => {
    if (!half || half.connector) return half?.connector;
    const text = half.record && stored.get(half.record)?.[column];
    return text ? (JSON.parse(text) as T) : undefined;
  };
  return new Map(
    records.map(({ id, assetManagement, cloudView }) => [
      id,
      {
        assetManagement: whole(assetManagement, 'am_connector'),
        cloudView: whole(cloudView, 'cv_connector'),
      },
    ]),
  );
}
