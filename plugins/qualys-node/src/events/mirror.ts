/**
 * The topic of the events service on which the `qualys` backend plugin says
 * that its mirror has changed. The payload is a {@link QualysMirrorEvent}.
 *
 * @public
 */
export const QUALYS_MIRROR_TOPIC = 'qualys.mirror';

/**
 * The payload of an event on {@link QUALYS_MIRROR_TOPIC}. It holds no data of
 * connectors: whoever wants them reads the mirror with their own rights.
 *
 * @public
 */
export interface QualysMirrorEvent {
  /** The revision of the mirror after the change; it rises by one with each change. */
  revision: number;
  /** The subscription of the configuration in which something changed. */
  subscription: string;
}
