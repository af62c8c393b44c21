import type {
  CloudProvider,
  CloudViewConnector,
  ConnectorRecord,
} from './connector';
import type { Moment, Predicate } from './filter';
import {
  connectorAt,
  errorsAt,
  lastPoll,
  rebased,
  type ConnectorErrorEntry,
} from './lifecycle';
import { sorted, type Sort } from './sort';
import type { Clock } from '../../core/clock';

interface SortedList {
  records: ConnectorRecord[];
  from: number;
  /** When a connector next changes by itself. */
  until: number;
}

/** The connectors of the platform, as they are at the simulated time. */
export class ConnectorStore {
  private records = new Map<string, ConnectorRecord>();
  private readonly lists = new Map<string, SortedList>();
  private start = 0;
  private changes = 0;

  constructor(private readonly clock: Clock) {}

  /** How many connectors there are. */
  get size(): number {
    return this.records.size;
  }

  /** A number that grows with every change, for whoever keeps an index. */
  get revision(): number {
    return this.changes;
  }

  /** What is kept of all connectors, in no particular order. */
  values(): Iterable<ConnectorRecord> {
    return this.records.values();
  }

  /**
   * Begins anew with other connectors.
   *
   * @param start - when the platform starts, milliseconds since 1970
   */
  load(records: ConnectorRecord[], start: number): void {
    this.start = start;
    this.records = new Map(records.map(record => [record.connectorId, record]));
    this.changed();
  }

  /** Adds a connector, or puts it in the place of the one with its id. */
  put(record: ConnectorRecord): CloudViewConnector {
    this.records.set(record.connectorId, record);
    this.changed();
    const { now, poll } = this.moment();
    return connectorAt(record, now, poll);
  }

  /** Takes a connector away; false where there is none. */
  remove(connectorId: string): boolean {
    this.changed();
    return this.records.delete(connectorId);
  }

  /** What is kept of a connector, with its last sync as it is now. */
  record(connectorId: string): ConnectorRecord | undefined {
    const record = this.records.get(connectorId);
    const { now, poll } = this.moment();
    return record && rebased(record, now, poll);
  }

  /** A connector as CloudView answers it now. */
  get(connectorId: string): CloudViewConnector | undefined {
    const record = this.records.get(connectorId);
    const { now, poll } = this.moment();
    return record && connectorAt(record, now, poll);
  }

  /** What went wrong with a connector, the newest first. */
  errors(connectorId: string): ConnectorErrorEntry[] {
    const record = this.records.get(connectorId);
    const { now, poll } = this.moment();
    return record ? errorsAt(record, now, poll) : [];
  }

  /** A part of the sorted list of a cloud's connectors, and how long the whole is. */
  list(
    provider: CloudProvider,
    options: {
      sort: Sort;
      filter?: Predicate;
      offset: number;
      limit: number;
    },
  ): { items: CloudViewConnector[]; total: number } {
    const moment = this.moment();
    const all = this.sortedList(provider, options.sort, moment);
    const { filter, offset, limit } = options;
    const matching = filter
      ? all.filter(record => filter(record, moment))
      : all;
    return {
      items: matching
        .slice(offset, offset + limit)
        .map(record => connectorAt(record, moment.now, moment.poll)),
      total: matching.length,
    };
  }

  private changed(): void {
    this.changes += 1;
    this.lists.clear();
  }

  /** The moment that answers are made for. */
  moment(): Moment {
    const now = this.clock.now();
    return { now, poll: lastPoll(this.start, now) };
  }

  // Sorting is dear for large sets, and nothing changes between two runs of
  // the poller but connectors that settle.
  private sortedList(
    provider: CloudProvider,
    sort: Sort,
    moment: Moment,
  ): ConnectorRecord[] {
    const key = `${provider} ${sort.field} ${sort.direction}`;
    const known = this.lists.get(key);
    if (known && moment.now >= known.from && moment.now < known.until) {
      return known.records;
    }
    const own: ConnectorRecord[] = [];
    let until = lastPoll(this.start, moment.now) + 60_000;
    for (const record of this.records.values()) {
      if (record.settings.provider === provider) {
        own.push(record);
        const { settlesAt = 0 } = record;
        if (settlesAt > moment.now) until = Math.min(until, settlesAt);
      }
    }
    const records = sorted(own, sort, moment);
    this.lists.set(key, { records, from: moment.now, until });
    return records;
  }
}
