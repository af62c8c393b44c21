import { z } from 'zod';
import { mirroredConnectorSchema } from './connectors';

/**
 * The query of `GET /snapshot`.
 *
 * @public
 */
export const snapshotQuerySchema = z.strictObject({
  /** The revision of the first page; the answer is 409 when the mirror has moved on. */
  revision: z.coerce.number().int().min(0).optional(),
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(2000).default(1000),
});

/** The query of `GET /snapshot`, every default filled in. @public */
export type SnapshotQuery = z.infer<typeof snapshotQuerySchema>;

/**
 * A page of all connectors of all subscriptions, at one revision of the mirror.
 *
 * @public
 */
export const snapshotPageSchema = z.object({
  /** Rises with every change of a connector's identity or settings, and with nothing else. */
  revision: z.number().int(),
  /** The subscriptions of which every cloud has been read in full through every feed at least once. */
  subscriptions: z.array(z.string()),
  /** The configured subscriptions that have not been yet: the catalog removes nothing but what is known to have gone until they have. */
  pending: z.array(z.string()).optional(),
  /** Who is bringing the catalog to a snapshot, or died of it: see {@link catalogApplyingSchema}. */
  applying: z.string().optional(),
  items: z.array(mirroredConnectorSchema),
  nextCursor: z.string().optional(),
});

/** A page of all connectors at one revision of the mirror. @public */
export type SnapshotPage = z.infer<typeof snapshotPageSchema>;
