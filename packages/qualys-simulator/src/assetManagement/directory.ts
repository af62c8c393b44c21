import type {
  CloudProvider,
  ConnectorRecord,
} from '../cloudView/connectors/connector';
import type { ConnectorStore } from '../cloudView/connectors/store';
import type { ConnectorWrites } from '../cloudView/writes/connectorWrites';
import { generatedExtras, plainExtras, type AssetExtras } from './extras';

/** Records of connectors that Asset Management shows. */
export interface ConnectorSource {
  store: ConnectorStore;
  writes: ConnectorWrites;
  /** Whether CloudView shows them too. */
  isInCloudView: boolean;
  /** Ids that were chosen by hand, by `connectorId`. */
  chosenIds: Map<string, number>;
}

/** A connector as Asset Management knows it. */
export interface AssetConnector {
  /** Its id in Asset Management. */
  id: number;
  record: ConnectorRecord;
  source: ConnectorSource;
}

interface Index {
  revisions: number[];
  byId: Map<number, AssetConnector>;
  byProvider: Record<CloudProvider, AssetConnector[]>;
}

/** The order of what a test added, and of what callers created. */
const ADDED = 2 ** 32;
const CREATED = 2 ** 33;

/**
 * The id that a record has unless one was chosen: it follows from the order of
 * creation, and outgrows 32 bits for what was not there at the start.
 */
function plainId({ order }: ConnectorRecord, isInCloudView: boolean): number {
  const later = isInCloudView ? 0 : 500_000_000;
  if (order >= CREATED) return 2_300_000_000 + later + order - CREATED;
  if (order >= ADDED) return 2_200_000_000 + later + order - ADDED;
  return isInCloudView ? 1_200_001 + order * 3 : 1_200_002 + order * 300;
}

// A few of the generated connectors are in CloudView alone.
function isInCloudViewAlone({ order }: ConnectorRecord): boolean {
  return order < ADDED && order % 101 === 57;
}

/**
 * The connectors of Asset Management: those of CloudView but for a few, and a
 * few that CloudView does not know.
 */
export class AssetDirectory {
  private extras = new Map<number, AssetExtras>();
  private seed = 0;
  private known: Index | undefined;

  constructor(private readonly sources: readonly ConnectorSource[]) {}

  /** Begins anew: what nobody has changed follows from the seed. */
  begin(seed: number): void {
    this.seed = seed;
    this.extras.clear();
    for (const { chosenIds } of this.sources) chosenIds.clear();
    this.known = undefined;
  }

  /** The connectors of a cloud, in the order of their ids. */
  all(provider: CloudProvider): readonly AssetConnector[] {
    return this.index().byProvider[provider];
  }

  /** The connector with an id, in whatever cloud. */
  find(id: number): AssetConnector | undefined {
    return this.index().byId.get(id);
  }

  /** The connector that a record of CloudView or of Asset Management alone is. */
  of(source: ConnectorSource, connectorId: string): AssetConnector | undefined {
    const record = source.store.record(connectorId);
    return record && { id: this.idOf(source, record), record, source };
  }

  /** What Asset Management keeps of a connector beside its record. */
  extrasOf({ id, record, source }: AssetConnector): AssetExtras {
    const changed = this.extras.get(id);
    if (changed) return changed;
    const { order, settings } = record;
    if (order >= ADDED) return plainExtras(settings);
    const index = source.isInCloudView ? order : ADDED - 1 - order;
    return generatedExtras(this.seed, index, settings);
  }

  /** Puts other extras in the place of a connector's. */
  putExtras({ id }: AssetConnector, extras: AssetExtras): void {
    this.extras.set(id, extras);
  }

  /** Takes a connector away, from CloudView too. */
  remove({ id, record, source }: AssetConnector): void {
    source.writes.remove([record]);
    this.extras.delete(id);
  }

  private idOf(source: ConnectorSource, record: ConnectorRecord): number {
    const chosen = source.chosenIds.get(record.connectorId);
    return chosen ?? plainId(record, source.isInCloudView);
  }

  private index(): Index {
    const revisions = this.sources.map(({ store }) => store.revision);
    const isCurrent = this.known?.revisions.every(
      (revision, place) => revision === revisions[place],
    );
    if (this.known && isCurrent) return this.known;
    const byProvider: Index['byProvider'] = { AWS: [], AZURE: [], GCP: [] };
    for (const source of this.sources) {
      for (const record of source.store.values()) {
        if (!source.isInCloudView || !isInCloudViewAlone(record)) {
          const id = this.idOf(source, record);
          byProvider[record.settings.provider].push({ id, record, source });
        }
      }
    }
    const all = Object.values(byProvider);
    for (const connectors of all) connectors.sort((a, b) => a.id - b.id);
    const byId = new Map(all.flat().map(entry => [entry.id, entry]));
    this.known = { revisions, byId, byProvider };
    return this.known;
  }
}
