import { z } from 'zod';
import { mirroredConnectorSchema } from './connectors';

/**
 * The query of the connectors that an entity owns.
 *
 * @public
 */
export const ownedConnectorsQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(50).default(10),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(2000).optional(),
});

/** The query of the connectors that an entity owns, every default filled in. @public */
export type OwnedConnectorsQuery = z.infer<typeof ownedConnectorsQuerySchema>;

/**
 * A page of the connectors that a group or a user owns, or that belong to a
 * system, by the catalog's relations: those whose entities the caller may see.
 *
 * @public
 */
export const ownedConnectorsSchema = z.object({
  items: z.array(mirroredConnectorSchema),
  /** How many entities there are on all pages together that the caller may see in the catalog. */
  totalItems: z.number().int(),
  /** How many entities of this page show nothing: the caller may not see what Qualys knows of them, or Qualys does not know them any more. */
  withheld: z.number().int(),
  nextCursor: z.string().optional(),
});

/** A page of the connectors that an entity owns. @public */
export type OwnedConnectors = z.infer<typeof ownedConnectorsSchema>;
