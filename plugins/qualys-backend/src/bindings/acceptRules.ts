import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { boundObjectTypeSchema } from 'backstage-plugin-qualys-common';
import { z } from 'zod';
import { wildcard } from '../patterns';
import type { BindingRecord } from './store';

const KEY = 'qualys.bindings.accept';

const pattern = z.string().min(1).optional();

const rulesSchema = z.array(
  z
    .strictObject({
      entity: pattern,
      objects: pattern,
      location: pattern,
      type: boundObjectTypeSchema.optional(),
    })
    .refine(rule => Object.values(rule).some(Boolean), {
      message:
        'must say which claims it accepts by entity, objects, location or type; entity: "*" accepts all of them',
    }),
);

/** A rule of the configuration that accepts claims. */
export interface AcceptRule {
  /** The rule for people: `entity component:default/*, objects main/*`. */
  text: string;
  /** Whether it matters where the entity comes from. */
  needsLocations: boolean;
  /**
   * Whether everything that the rule names fits.
   *
   * @param locations - where the entity comes from, as `type:target`; nothing
   * when that is not known
   */
  accepts(
    binding: Pick<
      BindingRecord,
      'entityRef' | 'subscription' | 'objectId' | 'type'
    >,
    locations: readonly string[] | undefined,
  ): boolean;
}

/**
 * Reads `qualys.bindings.accept`.
 *
 * @throws InputError naming the key and what would be right
 */
export function readAcceptRules(config: Config): AcceptRule[] {
  const read = rulesSchema.safeParse(config.getOptional(KEY) ?? []);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new InputError(
      `${[KEY, ...issue.path.map(String)].join('.')}: ${issue.message}`,
    );
  }
  return read.data.map(({ entity, objects, location, type }) => {
    const entityFits = wildcard(entity ?? '*');
    const objectFits = wildcard(objects ?? '*');
    // Paths can be told apart by case alone.
    const locationFits = wildcard(location ?? '*', { caseSensitive: true });
    return {
      text: Object.entries({ entity, objects, location, type })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
      needsLocations: location !== undefined,
      accepts: (claim, locations) =>
        (type === undefined || type === claim.type) &&
        entityFits(claim.entityRef) &&
        objectFits(`${claim.subscription}/${claim.objectId}`) &&
        (location === undefined ||
          (locations !== undefined &&
            locations.length > 0 &&
            locations.every(locationFits))),
    };
  });
}
