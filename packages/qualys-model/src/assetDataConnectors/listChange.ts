import { z } from 'zod';

/** What a change does to a list, out of the schema of what stands in it. */
export function listChangeSchema<S extends z.ZodType<string, string>>(item: S) {
  const items = z.array(item, { error: 'must be a list' });
  return z
    .strictObject({
      /** What the list holds afterwards; everything else leaves it. */
      set: items.optional(),
      /** What the list holds besides what it holds now. */
      add: items.min(1, 'must not be empty').optional(),
      /** What the list holds no more. */
      remove: items.min(1, 'must not be empty').optional(),
    })
    .check(({ value, issues }) => {
      const complain = (message: string, path: string[] = []) =>
        issues.push({ code: 'custom', path, input: value, message });
      const { set, add, remove } = value;
      if (!set && !add && !remove) {
        complain('must name what to set, add or remove');
      } else if (set && (add || remove)) {
        complain('must not stand beside add or remove', ['set']);
      }
      const both = add?.find(one => remove?.includes(one));
      if (both !== undefined) {
        complain(`must not name what is added: ${both}`, ['remove']);
      }
    });
}

/**
 * What a change does to a list of a connector: `set` replaces the whole list
 * (also with nothing), `add` and `remove` leave the rest of it alone. Only
 * `set` is shown in the samples; the other two are described for every list.
 *
 * Source: Asset Management connectors 3.0, "API usage" (QList: `set`, `add`,
 * `remove`).
 *
 * @public
 */
export interface ListChange {
  /** What the list holds afterwards; everything else leaves it. */
  set?: string[];
  /** What the list holds besides what it holds now. */
  add?: string[];
  /** What the list holds no more. */
  remove?: string[];
}
