import { connectorStateSchema } from 'qualys-model';
import { z } from 'zod';
import { qualysFeedSchema } from './feeds';

/**
 * What can happen to a connector.
 *
 * - `added`: it came, or came back after it had gone.
 * - `stateChanged`: what its state means is another.
 * - `settingsChanged`: its identity, its settings or its owner are others.
 * - `removed`: it has gone.
 *
 * @public
 */
export const CONNECTOR_HAPPENINGS = [
  'added',
  'stateChanged',
  'settingsChanged',
  'removed',
] as const;

/**
 * One thing that happened to a connector, as a sync saw it.
 *
 * @public
 */
export const connectorHappeningSchema = z.object({
  id: z.string(),
  what: z.enum(CONNECTOR_HAPPENINGS),
  /** When a sync saw it (ISO 8601, UTC); it happened since the sync before. */
  at: z.string(),
  /** What its state meant then. */
  state: connectorStateSchema,
  /** What its state meant before; only of `stateChanged`. */
  previousState: connectorStateSchema.optional(),
  /** What Qualys said was wrong, where its state is an error. */
  error: z.string().optional(),
  /** The settings that changed, by their names in the connector; only of `settingsChanged`. */
  settings: z.array(z.string()).optional(),
  /** The feeds that said something else than before; none where it was the portal's own configuration. */
  feeds: z.array(qualysFeedSchema),
});

/** One thing that happened to a connector. @public */
export type ConnectorHappening = z.infer<typeof connectorHappeningSchema>;

/**
 * The query of a connector's history.
 *
 * @public
 */
export const connectorHistoryQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(2000).optional(),
});

/** The query of a connector's history, every default filled in. @public */
export type ConnectorHistoryQuery = z.infer<typeof connectorHistoryQuerySchema>;

/**
 * A page of what happened to a connector, newest first.
 *
 * @public
 */
export const connectorHistorySchema = z.object({
  items: z.array(connectorHappeningSchema),
  /** Days after which it is forgotten. */
  keptDays: z.number().int(),
  nextCursor: z.string().optional(),
});

/** A page of what happened to a connector. @public */
export type ConnectorHistory = z.infer<typeof connectorHistorySchema>;
