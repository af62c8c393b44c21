import type { CloudProvider, ConnectorState } from 'qualys-model';

/**
 * The topic of the events service on which the `qualys` backend plugin says
 * what happened to connectors. The payload is a {@link QualysConnectorEvent}.
 *
 * @public
 */
export const QUALYS_CONNECTOR_TOPIC = 'qualys.connector';

/**
 * What happened to a connector:
 *
 * - `added`: it is in Qualys, and was not at the last sync
 * - `stateChanged`: what its state means is another than at the last sync
 * - `settingsChanged`: its identity, its settings, its owner, its system, its
 *   labels or the name of its entity are others
 * - `removed`: it is not in Qualys any more
 *
 * @public
 */
export type QualysConnectorChangeType =
  | 'added'
  | 'stateChanged'
  | 'settingsChanged'
  | 'removed';

/**
 * One thing that happened to one connector. A connector whose settings and
 * state changed comes twice. It holds no secret and no external ID.
 *
 * @public
 */
export interface QualysConnectorChange {
  /** What happened. */
  type: QualysConnectorChangeType;
  /** The id of the connector in Qualys. */
  id: string;
  /** The cloud that it connects. */
  provider: CloudProvider;
  /** The account in that cloud: account id, subscription id or project id. */
  account: string;
  /** Its name in Qualys, as it is there: not cleaned of anything. */
  name: string;
  /** Its own entity, for example `resource:default/aws-012345678901-1f2e3d4c5b6a`. */
  entityRef: string;
  /** Who owns it, as an entity reference; missing where no rule gives an owner. */
  owner?: string;
  /** What its state means now, or meant last where it was removed. */
  state: ConnectorState;
  /** What its state meant before; only of `stateChanged`. */
  previousState?: ConnectorState;
}

/**
 * What all events on {@link QUALYS_CONNECTOR_TOPIC} tell.
 *
 * @public
 */
export interface QualysConnectorEventBase {
  /** The id of the subscription in the configuration. */
  subscription: string;
  /** The cloud in question. */
  provider: CloudProvider;
  /** The revision of the mirror that holds the change; it only ever rises. */
  revision: number;
  /** When it was seen (ISO 8601 in UTC); it may have happened since the sync before. */
  at: string;
}

/**
 * Things that happened to connectors of one cloud of one subscription.
 *
 * @public
 */
export interface QualysConnectorChangesEvent extends QualysConnectorEventBase {
  /** Tells the kinds of events apart. */
  kind: 'changes';
  /** At least one, at most 100; what one sync saw comes in as many events as that takes. */
  changes: QualysConnectorChange[];
}

/**
 * A cloud of a subscription was read to its end for the first time. What it
 * holds did not just appear, so its connectors are not told of one by one.
 *
 * @public
 */
export interface QualysConnectorFirstScanEvent
  extends QualysConnectorEventBase {
  /** Tells the kinds of events apart. */
  kind: 'firstScan';
  /** How many connectors there are. */
  connectors: number;
}

/**
 * The payload of an event on {@link QUALYS_CONNECTOR_TOPIC}.
 *
 * An event is published once, after the change was stored. It is lost when the
 * backend ends in that moment, and nothing is told of what changes while the
 * plugin is not there: events are a reason to look, not a record.
 *
 * @public
 */
export type QualysConnectorEvent =
  | QualysConnectorChangesEvent
  | QualysConnectorFirstScanEvent;
