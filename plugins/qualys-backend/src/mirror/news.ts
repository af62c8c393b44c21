import type {
  QualysConnectorChange,
  QualysConnectorChangeType,
} from 'backstage-plugin-qualys-node';
import { QUALYS_FEEDS } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type {
  CloudConnector,
  CloudProvider,
  ConnectorState,
} from 'qualys-model';
import { chunks } from '../database';
import type { ConnectorFacts } from './row';
import type { CloudScan } from './store';

/** What a transaction has changed in the mirror that others may want to hear of. */
export interface MirrorNews {
  subscription: string;
  provider: CloudProvider;
  /** The revision of the mirror after it. */
  revision: number;
  /** When it was seen (ISO 8601, UTC). */
  at: string;
  changes: QualysConnectorChange[];
  /** How many connectors there are, where they were all read for the first time. */
  firstScan?: number;
}

/** Is told of news after they were stored; does not throw. */
export type OnMirrorNews = (news: MirrorNews) => void;

type Subject = Pick<
  ConnectorFacts,
  'connector_id' | 'account' | 'connector' | 'entity_ref' | 'owner' | 'state'
>;

/** The connectors of a scan, beside what was known of them. */
interface ReadConnectors {
  added: readonly Subject[];
  changed: readonly Subject[];
  /** With the same settings, but something else is new. */
  moved: readonly Subject[];
  same: readonly unknown[];
  before: ReadonlyMap<string, { state: string }>;
}

const SUBJECT_COLUMNS = [
  'connector_id',
  'account',
  'connector',
  'entity_ref',
  'owner',
  'state',
] as const satisfies (keyof Subject)[];

const IDS_PER_READ = 500;

function change(
  type: QualysConnectorChangeType,
  subject: Subject,
  previousState?: string,
): QualysConnectorChange {
  const { provider, name } = JSON.parse(subject.connector) as CloudConnector;
  return {
    type,
    id: subject.connector_id,
    provider,
    account: subject.account,
    name,
    entityRef: subject.entity_ref,
    ...(subject.owner !== null && { owner: subject.owner }),
    state: subject.state as ConnectorState,
    ...(previousState !== undefined && {
      previousState: previousState as ConnectorState,
    }),
  };
}

function changesOf({
  added,
  changed,
  moved,
  before,
}: ReadConnectors): QualysConnectorChange[] {
  const moves = [...changed, ...moved].flatMap(subject => {
    const previous = before.get(subject.connector_id)?.state;
    return previous === undefined || previous === subject.state
      ? []
      : [change('stateChanged', subject, previous)];
  });
  return [
    ...added.map(subject => change('added', subject)),
    ...changed.map(subject => change('settingsChanged', subject)),
    ...moves,
  ];
}

/** What there is to tell of connectors that go; they are still in the mirror, or just marked. */
export async function removalsOf(
  trx: Knex.Transaction,
  subscription: string,
  ids: readonly string[],
): Promise<QualysConnectorChange[]> {
  const changes: QualysConnectorChange[] = [];
  for (const batch of chunks(ids, IDS_PER_READ)) {
    const rows: Subject[] = await trx('connectors')
      .where({ subscription })
      .whereIn('connector_id', batch)
      .select(SUBJECT_COLUMNS)
      .orderBy('connector_id');
    changes.push(...rows.map(row => change('removed', row)));
  }
  return changes;
}

/** What there is to tell of a scan, in the transaction that writes it. */
export async function newsOfScan(
  trx: Knex.Transaction,
  scan: CloudScan,
  read: ReadConnectors,
  of: {
    removed: readonly string[];
    revision: number;
    /** Whether a feed was read in full for the first time. */
    isFirst: boolean;
  },
): Promise<MirrorNews> {
  const { removed, revision } = of;
  const { added, changed, moved, same } = read;
  const { subscription, provider } = scan;
  const cloud = { subscription, provider };
  const at = scan.at.toISOString();
  const isWhole = QUALYS_FEEDS.every(
    feed => (scan[feed]?.coverage ?? 'whole') === 'whole',
  );
  // What comes before a cloud was read to its end once, or when a feed is read
  // so for the first time, did not just appear or change.
  const isKnown = await trx('scanned_clouds').where(cloud).first('provider');
  const isFirst = !isKnown && isWhole;
  if (isFirst) {
    await trx('scanned_clouds').insert({ ...cloud, first_whole_at: at });
  }
  return {
    ...cloud,
    revision,
    at,
    changes: [
      ...(isKnown && !of.isFirst ? changesOf(read) : []),
      ...(await removalsOf(trx, subscription, removed)),
    ],
    ...(isFirst && {
      firstScan: [added, changed, moved, same].flat().length,
    }),
  };
}
