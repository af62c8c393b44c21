import { z } from 'zod';

/**
 * An entity that a connector is bound to: it names the connector in its
 * annotations, and its claim is accepted.
 *
 * @public
 */
export const boundEntitySchema = z.object({
  /** For example `component:default/checkout`. */
  entityRef: z.string(),
});

/** An entity that a connector is bound to. @public */
export type BoundEntity = z.infer<typeof boundEntitySchema>;

/**
 * The entities that a connector is bound to, by their references: those that
 * the caller may see in the catalog. Of any others nothing is told, not even
 * how many there are. The connector's own entity is not among them.
 *
 * @public
 */
export const boundEntitiesSchema = z.object({
  items: z.array(boundEntitySchema),
});

/** The entities that a connector is bound to. @public */
export type BoundEntities = z.infer<typeof boundEntitiesSchema>;
