import type { JSX } from 'react';

/** The names that stand in braces in a message. */
type NamesIn<M> = M extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** A key without what tells its numbers apart. */
type Collapsed<K> = K extends `${infer Key}_${'one' | 'other'}` ? Key : K;

/** What a key takes beside the names of its message. */
type CountOf<K> = K extends `${string}_${'one' | 'other'}` ? 'count' : never;

/** The names that the messages of each key take. */
type NamesOf<Messages> = {
  [K in keyof Messages as Collapsed<K>]: NamesIn<Messages[K]> | CountOf<K>;
};

type Options<Names extends PropertyKey, Value> = [Names] extends [never]
  ? []
  : [values: { [Name in Names]: Name extends 'count' ? number : Value }];

interface TranslateBy<Names> {
  <K extends keyof Names>(
    key: K,
    ...values: Options<Names[K] & string, string | number>
  ): string;
  <K extends keyof Names>(
    key: K,
    ...values: Options<Names[K] & string, string | number | JSX.Element>
  ): JSX.Element;
}

/**
 * Gives the text of a key, with its values put in. It asks for the same as
 * `TranslationFunction` of Backstage, which the compiler works out anew for
 * each text: with some hundred of them, that is most of a type check.
 */
export type TranslateOf<Messages> = TranslateBy<NamesOf<Messages>>;
