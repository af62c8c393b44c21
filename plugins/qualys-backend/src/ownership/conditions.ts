import type { OWNERSHIP_CONDITIONS } from 'backstage-plugin-qualys-common';
import type { OwnershipInput } from 'backstage-plugin-qualys-node';
import { wildcard } from '../patterns';

/** What ownership is decided about. */
export type OwnedThing = Pick<OwnershipInput, 'subscription' | 'tags'> & {
  connector: Pick<
    OwnershipInput['connector'],
    'account' | 'groups' | 'name' | 'provider'
  >;
};

/** What a rule can look at. */
export type ConditionField = (typeof OWNERSHIP_CONDITIONS)[number];

/** One condition of a rule: it fits where one of its values does. */
export interface Condition {
  field: ConditionField;
  values: readonly string[];
  fits(thing: OwnedThing): boolean;
}

// The words of a thing that a condition is held against: a tag and a group go
// by their names as well as by their ids.
const WORDS: Record<ConditionField, (thing: OwnedThing) => string[]> = {
  subscription: ({ subscription }) => [subscription],
  provider: ({ connector }) => [connector.provider],
  account: ({ connector }) => [connector.account],
  name: ({ connector }) => [connector.name],
  tag: ({ tags }) => tags.flatMap(({ id, name }) => [id, name ?? '']),
  group: ({ connector }) =>
    connector.groups.flatMap(({ id, name }) => [id, name]),
};

/**
 * Makes a condition.
 *
 * @param values - patterns in which `*` and `?` stand for anything, regardless of case
 */
export function conditionOf(
  field: ConditionField,
  values: readonly string[],
): Condition {
  const patterns = values
    .filter(value => /[*?]/.test(value))
    .map(p => wildcard(p));
  // Hundreds of accounts in one rule are looked up, not tried one by one.
  const plain = new Set(
    values
      .filter(value => !/[*?]/.test(value))
      .map(value => value.toLowerCase()),
  );
  const words = WORDS[field];
  return {
    field,
    values,
    fits: thing =>
      words(thing).some(
        word =>
          word !== '' &&
          (plain.has(word.toLowerCase()) || patterns.some(fits => fits(word))),
      ),
  };
}
