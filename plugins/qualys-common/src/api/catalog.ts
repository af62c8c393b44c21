import { z } from 'zod';
import { mirroredConnectorSchema } from './connectors';

/**
 * A connector that has no entity, and why.
 *
 * @public
 */
export const skippedEntitySchema = z.object({
  subscription: z.string().max(63),
  /** The id of the connector, cut off after 200 characters. */
  id: z.string().max(200),
  /** What is wrong with its entity, for people. */
  message: z.string().max(1000),
});

/** A connector that has no entity. @public */
export type SkippedEntity = z.infer<typeof skippedEntitySchema>;

/**
 * What the catalog says that it made of the mirror: the body of `PUT /catalog`.
 *
 * @public
 */
export const catalogReportSchema = z.strictObject({
  /** The revision of the mirror that the catalog was brought to. */
  revision: z.number().int().min(0),
  /** How many connectors have an entity. */
  entities: z.number().int().min(0),
  /** How many connectors have none because it would not be valid. */
  skipped: z.number().int().min(0),
  /** The first of them. */
  skippedEntities: z.array(skippedEntitySchema).max(20),
  /** How many connectors a transformer left out on purpose. */
  leftOut: z.number().int().min(0),
  /** Why nothing was removed from the catalog, where something may have had to be. */
  keptBecause: z.string().max(1000).optional(),
});

/** What the catalog says that it made of the mirror. @public */
export type CatalogReport = z.infer<typeof catalogReportSchema>;

/**
 * What the catalog made of the mirror, and when it said so.
 *
 * @public
 */
export const catalogStateSchema = z.object({
  ...catalogReportSchema.shape,
  /** When it said so (ISO 8601, UTC). */
  at: z.string(),
});

/** What the catalog made of the mirror, and when it said so. @public */
export type CatalogState = z.infer<typeof catalogStateSchema>;

/**
 * Says that somebody begins to bring the catalog to a snapshot, or that it is
 * done with all that came meanwhile: the body of `PUT /catalog/applying`. Where
 * the end is never said, the catalog may stand at an older snapshot.
 *
 * @public
 */
export const catalogApplyingSchema = z.strictObject({
  /** Who does it: another one in each process. */
  by: z.string().min(1).max(64),
  done: z.boolean(),
});

/** That the catalog is being brought to a snapshot, or has been. @public */
export type CatalogApplying = z.infer<typeof catalogApplyingSchema>;

/**
 * Who is bringing the catalog to a snapshot now, as far as it was said.
 *
 * @public
 */
export const catalogAppliedSchema = z.object({
  applying: z.string().optional(),
});

/**
 * The query of `GET /snapshot/changes`.
 *
 * @public
 */
export const snapshotChangesQuerySchema = z.strictObject({
  /** The revision that is known. */
  since: z.coerce.number().int().min(0),
});

/** The query of `GET /snapshot/changes`. @public */
export type SnapshotChangesQuery = z.infer<typeof snapshotChangesQuerySchema>;

/**
 * What has changed in the mirror since a revision: all of it, or that only the
 * whole snapshot will do, since it is too much or of another kind.
 *
 * @public
 */
export const snapshotChangesSchema = z.object({
  /** The revision that the changes lead to. */
  revision: z.number().int(),
  /** Whether the whole snapshot must be read; nothing is told then. */
  tooMany: z.boolean(),
  /** The connectors that are new or have changed, as they are now. */
  changed: z.array(mirroredConnectorSchema),
  /** The entities of the connectors that have gone, as entity references. */
  removed: z.array(z.string()),
});

/** What has changed in the mirror since a revision. @public */
export type SnapshotChanges = z.infer<typeof snapshotChangesSchema>;

/**
 * The entities of connectors that have gone, as far as the mirror remembers:
 * what the catalog takes away while it must not take away all that it is not
 * told of.
 *
 * @public
 */
export const snapshotGoneSchema = z.object({
  /** Entity references. */
  removed: z.array(z.string()),
});

/** The entities of connectors that have gone. @public */
export type SnapshotGone = z.infer<typeof snapshotGoneSchema>;
