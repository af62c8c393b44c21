import { z } from 'zod';
import { qpsIdSchema } from './id';

/**
 * Another object that an object refers to, as answers show it.
 *
 * Source: Qualys WAS API 3.0 and Asset Management API 3.0, elements such as
 * `Tag`, `TagSimple`, `DnsOverride` and `WebAppAuthRecord` inside others.
 *
 * @public
 */
export const qpsReferenceSchema = z.object({
  /** Its id. */
  id: z.string().min(1),
  /** Its name, where Qualys says. */
  name: z.string().optional(),
});

/** Another object that an object refers to. @public */
export type QpsReference = z.infer<typeof qpsReferenceSchema>;

/**
 * What happens to a collection: either all of it is replaced (`set`), or
 * something is added and removed.
 *
 * Source: Qualys Connector API, "API Usage" (QList: `set`, `add`, `remove`).
 *
 * @public
 */
export interface QpsCollectionChange<T> {
  /** What the collection holds afterwards, in place of all that it held. */
  set?: T[];
  /** What is put into it. */
  add?: T[];
  /** What is taken out of it. */
  remove?: T[];
}

/**
 * A change to a collection of items: `set` alone, or `add` and `remove`. Its
 * messages say what would be right.
 *
 * @param item - what an item may be
 *
 * @public
 */
export function qpsCollectionChangeSchema<T>(
  item: z.ZodType<T>,
): z.ZodType<QpsCollectionChange<T>> {
  return z
    .strictObject({
      set: z.array(item).optional(),
      add: z.array(item).min(1, 'must name at least one.').optional(),
      remove: z.array(item).min(1, 'must name at least one.').optional(),
    })
    .refine(
      ({ set, add, remove }) => (set !== undefined) !== Boolean(add ?? remove),
      'must have either set, or add and remove: one of the two.',
    );
}

/**
 * A change to the objects that an object refers to, by their ids.
 *
 * Source: {@link qpsCollectionChangeSchema}.
 *
 * @public
 */
export const qpsReferencesChangeSchema = qpsCollectionChangeSchema(qpsIdSchema);
