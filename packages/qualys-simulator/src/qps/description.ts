/**
 * What an object of the `qps` APIs consists of, said once: both dialects are
 * written and read by it, and TypeScript takes the types of values from it.
 *
 * Source: the schemas of Asset Management 3.0 and WAS 3.0, where every element
 * may be left out and stands in any order (`xs:all`).
 */

/** A whole number; also all ids, which JSON shows as numbers. */
export interface IntegerField {
  kind: 'integer';
}

/** A text, a keyword or a date (ISO 8601, UTC). */
export interface TextField {
  kind: 'text';
  /** Whether XML shows it as CDATA with line breaks around, as WAS does. */
  isCdata: boolean;
  /** Whether JSON shows it as a number, as it does with texts of digits. */
  isJsonNumber: boolean;
}

/** True or false. */
export interface BooleanField {
  kind: 'boolean';
  /** Whether JSON shows it as a text. */
  isJsonText: boolean;
}

/** An object within the object. */
export interface ObjectField<S extends Shape = Shape> {
  kind: 'object';
  shape: S;
}

/** A collection, which the documents call a QList. */
export interface ListField<I extends Field = Field> {
  kind: 'list';
  /** The element that each item stands in. */
  item: string;
  of: I;
  /** Whether answers show it as `count` and `list`, or as `set`. */
  answeredAs: 'list' | 'set';
}

/** What may stand in a field. */
export type Field =
  | IntegerField
  | TextField
  | BooleanField
  | ObjectField<any>
  | ListField<any>;

/** The fields of an object, in the order in which answers show them. */
export interface Shape {
  [name: string]: Field;
}

/** The value of a field in an answer; what is undefined is left out. */
export type ValueOf<F> = F extends IntegerField
  ? number
  : F extends TextField
  ? string
  : F extends BooleanField
  ? boolean
  : F extends ObjectField<infer S>
  ? { [K in keyof S]?: ValueOf<S[K]> }
  : F extends ListField<infer I>
  ? ValueOf<I>[]
  : never;

/** What a request does to a collection. */
export interface ListChange<T> {
  set?: T[];
  add?: T[];
  remove?: T[];
  update?: T[];
}

/** What a request says of a field; what it leaves out is undefined. */
export type ChangeOf<F> = F extends ListField<infer I>
  ? ListChange<ChangeOf<I>>
  : F extends ObjectField<infer S>
  ? { [K in keyof S]?: ChangeOf<S[K]> }
  : ValueOf<F>;

/** Describes a whole number. */
export const integer: IntegerField = { kind: 'integer' };

/** Describes a text, a keyword or a date. */
export const text: TextField = {
  kind: 'text',
  isCdata: false,
  isJsonNumber: false,
};

/** Describes a text that XML shows as CDATA. */
export const cdata: TextField = { ...text, isCdata: true };

/** Describes a text of digits that JSON shows as a number, without leading zeros. */
export const digits: TextField = { ...text, isJsonNumber: true };

/** Describes true or false. */
export const boolean: BooleanField = { kind: 'boolean', isJsonText: false };

/** Describes true or false, which JSON shows as a text. */
export const textBoolean: BooleanField = { kind: 'boolean', isJsonText: true };

/** Describes an object. */
export function object<S extends Shape>(shape: S): ObjectField<S> {
  return { kind: 'object', shape };
}

/** Describes a collection that answers show as `count` and `list`. */
export function list<I extends Field>(item: string, of: I): ListField<I> {
  return { kind: 'list', item, of, answeredAs: 'list' };
}

/** Describes a collection that answers show as `set`. */
export function set<I extends Field>(item: string, of: I): ListField<I> {
  return { kind: 'list', item, of, answeredAs: 'set' };
}
