import type {
  RequestAction,
  RequestState,
} from 'backstage-plugin-qualys-common';

/**
 * The topic of the events service on which the `qualys` backend plugin says
 * that a request for a connector has moved. The payload is a
 * {@link QualysRequestEvent}.
 *
 * @public
 */
export const QUALYS_REQUESTS_TOPIC = 'qualys.requests';

/**
 * Something that happened to a request for a connector. It holds no reason, no
 * secret and no external ID.
 *
 * @public
 */
export interface QualysRequestEvent {
  /** When (ISO 8601 in UTC). */
  at: string;
  /** The id of the request. */
  id: string;
  /** What was done. */
  action: RequestAction;
  /** The state before. */
  from: RequestState;
  /** The state afterwards. */
  to: RequestState;
  /** Who did it, as an entity reference; missing where the portal did. */
  actor?: string;
  /** The id of the subscription in the configuration. */
  subscription: string;
}
