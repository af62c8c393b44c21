import { z } from 'zod';
import { isoDateOf } from '../answers';
import { every, isBlank, isEmpty, isObject, textOf } from './values';

// The parts that the objects of the `qps` APIs are described with, once for
// JSON and XML. In XML everything is text, with white space around it, and an
// empty element is an empty text. Unknown fields pass.

/** A text, or undefined where there is none. */
export const optionalText = z.transform(textOf).optional();

/** A text that an object cannot be without. */
export const essentialText = z.transform((value, context): string => {
  const text = textOf(value);
  if (text !== undefined) return text;
  context.issues.push({
    code: 'custom',
    input: value,
    message: 'must be a text.',
  });
  return z.NEVER;
});

/** A boolean, which JSON writes as text in places. Other words are undefined. */
export const optionalBoolean = z
  .transform(value => {
    const word = textOf(value)?.toLowerCase();
    return word === 'true' || word === 'false' ? word === 'true' : undefined;
  })
  .optional();

/** A whole number, or undefined where there is none that can be held exactly. */
export const optionalInteger = z
  .transform(value => {
    const text = textOf(value);
    const number = text === undefined ? NaN : Number(text);
    return Number.isSafeInteger(number) ? number : undefined;
  })
  .optional();

/** A date as ISO 8601 in UTC, or undefined where it cannot be understood. */
export const optionalDate = z
  .transform(value => {
    const text = textOf(value);
    return text === undefined ? undefined : isoDateOf(text);
  })
  .optional();

/** An object inside another, or undefined where it is absent or empty. */
export function optionalObject<S extends z.ZodType>(schema: S) {
  return z
    .preprocess(
      value => (isEmpty(value) ? undefined : value),
      schema.optional(),
    )
    .optional();
}

// What `list`, `set`, `add` or `data` hold: in XML the elements by their name,
// in JSON an array of objects with that name, of such arrays, or of bare
// values; a single one may stand without its array.
function wrapped(value: unknown, name: string): unknown[] {
  const items: unknown[] = [];
  for (const element of every(value)) {
    if (isObject(element) && Object.hasOwn(element, name)) {
      for (const item of every(element[name])) items.push(item);
    } else if (!isBlank(element)) {
      items.push(element);
    }
  }
  return items;
}

/**
 * The items of a collection, whatever form it has: `{count, list}`, `{set}`,
 * one inside the other, bare, or single. Undefined where nothing tells what
 * the collection holds: it is absent, or counts items and lists none.
 *
 * @param name - what an item is called: the element in XML, the wrapper in JSON
 */
export function collectionOf(
  value: unknown,
  name: string,
): unknown[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) return wrapped(value, name);
  const counted = textOf(value.count);
  const countsSome = counted !== undefined && Number(counted) !== 0;
  for (const part of ['list', 'set', 'add']) {
    if (!Object.hasOwn(value, part)) continue;
    const items = wrapped(value[part], name);
    return items.length === 0 && countsSome ? undefined : items;
  }
  if (Object.hasOwn(value, name)) return wrapped(value, name);
  if (countsSome) return undefined;
  const others = Object.keys(value).filter(
    key => key !== 'count' && key !== '#text',
  );
  return others.length === 0 ? [] : [value];
}

/**
 * A collection of items, or undefined where nothing tells what it holds.
 *
 * @param name - what an item is called
 */
export function optionalCollection<S extends z.ZodType>(name: string, item: S) {
  return z
    .preprocess(value => collectionOf(value, name), z.array(item).optional())
    .optional();
}

/** Another object that an object refers to. One without an id refers to nothing. */
export const optionalReference = z
  .unknown()
  .optional()
  .transform(value =>
    isObject(value)
      ? { id: textOf(value.id), name: textOf(value.name) }
      : undefined,
  )
  .transform(value =>
    value?.id === undefined ? undefined : { id: value.id, name: value.name },
  );

/**
 * A collection of other objects that an object refers to, or undefined where
 * nothing tells what it holds: one of its items refers to nothing.
 */
export function optionalReferences(name: string) {
  return optionalCollection(name, optionalReference).transform(items => {
    const references = items?.filter(item => item !== undefined);
    return references?.length === items?.length ? references : undefined;
  });
}
