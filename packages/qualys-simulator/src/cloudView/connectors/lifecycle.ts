import { javaDate } from '../../core/javaDate';
import type { CloudViewConnector, ConnectorRecord } from './connector';

const MINUTE = 60_000;
const DEFAULT_POLLING_MINUTES = 240;

/**
 * The moment that the platform's poller last ran: it runs once a minute,
 * counted from the start of the platform. Between two runs no connector is
 * synced, so a list keeps its order for that long.
 *
 * @param start - when the platform was started, milliseconds since 1970
 * @param now - the simulated time, milliseconds since 1970
 */
export function lastPoll(start: number, now: number): number {
  return start + Math.floor((now - start) / MINUTE) * MINUTE;
}

/** How long it takes from one sync of a connector to the next, in milliseconds. */
export function pollingPeriod(record: ConnectorRecord): number {
  const { hours, minutes } = record.settings.pollingFrequency;
  return (hours * 60 + minutes || DEFAULT_POLLING_MINUTES) * MINUTE;
}

/** Whether Qualys has not finished reading the account for the first time. */
export function isPending(record: ConnectorRecord, now: number): boolean {
  return record.settlesAt !== undefined && now < record.settlesAt;
}

/** The word for the state of a connector at a time. */
export function stateOf(record: ConnectorRecord, now: number): string {
  return isPending(record, now) ? 'PENDING' : record.state;
}

/**
 * When a connector was last synced. A connector that is switched off stays as
 * it is; any other one is synced as often as its polling frequency says.
 *
 * @returns milliseconds since 1970
 */
export function lastSyncOf(
  record: ConnectorRecord,
  now: number,
  poll: number,
): number {
  if (isPending(record, now)) return record.syncedAt;
  const settled = record.settlesAt ?? record.syncedAt;
  if (record.settings.isDisabled || poll < settled) return settled;
  const period = pollingPeriod(record);
  return settled + Math.floor((poll - settled) / period) * period;
}

/**
 * The same connector with its last sync as it is at a time, so that a change of
 * how often it is synced does not change when it was.
 */
export function rebased(
  record: ConnectorRecord,
  now: number,
  poll: number,
): ConnectorRecord {
  if (isPending(record, now)) return record;
  const { settlesAt: _, ...settled } = record;
  return { ...settled, syncedAt: lastSyncOf(record, now, poll) };
}

/** A connector as CloudView answers it at a time. */
export function connectorAt(
  record: ConnectorRecord,
  now: number,
  poll: number,
): CloudViewConnector {
  const lastSync = lastSyncOf(record, now, poll);
  const error = isPending(record, now) ? record.pendingError : record.error;
  return {
    connectorId: record.connectorId,
    ...record.settings,
    state: stateOf(record, now),
    ...(error === undefined ? {} : { error }),
    lastSyncedOn: javaDate(lastSync),
    nextSyncedOn: javaDate(lastSync + pollingPeriod(record)),
  };
}

/**
 * An entry of a connector's list of errors.
 *
 * Source: CloudView API v1, `AwsConnectorErrorResponse` and its siblings;
 * `occuredOn` is spelled as Qualys spells it.
 */
export interface ConnectorErrorEntry {
  connectorId: string;
  connectorName: string;
  error: string;
  occuredOn: string;
  /** AWS and GCP. */
  region?: string;
  /** Azure. */
  location?: string;
}

/** What went wrong while Qualys read the account, the newest first. */
export function errorsAt(
  record: ConnectorRecord,
  now: number,
  poll: number,
): ConnectorErrorEntry[] {
  if (isPending(record, now)) return [];
  const lastSync = lastSyncOf(record, now, poll);
  const place = record.settings.provider === 'AZURE' ? 'location' : 'region';
  return [...record.failures]
    .sort((a, b) => a.syncsAgo - b.syncsAgo)
    .map(failure => ({
      connectorId: record.connectorId,
      connectorName: record.settings.name,
      error: failure.error,
      occuredOn: javaDate(lastSync - failure.syncsAgo * pollingPeriod(record)),
      ...(failure.region === undefined ? {} : { [place]: failure.region }),
    }));
}
