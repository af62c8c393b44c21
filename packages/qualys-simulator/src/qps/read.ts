import type {
  ChangeOf,
  Field,
  ListChange,
  ListField,
  ObjectField,
} from './description';
import { invalid } from './problem';

/** A value as an array: one element stands alone in XML, and often in JSON too. */
export function asArray(value: unknown): unknown[] {
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

/** A value as an object; an empty element is an object without members. */
export function asObject(
  value: unknown,
  where: string,
): Record<string, unknown> {
  if (value === '') return {};
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw invalid(`${where} must hold elements`);
}

const VERBS = ['set', 'add', 'remove', 'update'] as const;
// Only answers have them; a request that repeats an answer may hold them.
const READ_ONLY = ['count', 'list'];

// The verb stands once with all items in it, or once for each item.
function readItems(field: ListField, verb: unknown, where: string): unknown[] {
  return asArray(verb).flatMap(part => {
    const content = asObject(part, where);
    const unknown = Object.keys(content).find(name => name !== field.item);
    if (unknown) throw invalid(`${where} has an unknown element ${unknown}`);
    return asArray(content[field.item]).map(item =>
      readField(field.of, item, `${where}.${field.item}`),
    );
  });
}

function readList(
  field: ListField,
  value: unknown,
  where: string,
): ListChange<unknown> {
  const change: ListChange<unknown> = {};
  for (const [name, content] of Object.entries(asObject(value, where))) {
    const verb = VERBS.find(known => known === name);
    if (verb) {
      change[verb] = readItems(field, content, `${where}.${verb}`);
    } else if (!READ_ONLY.includes(name)) {
      throw invalid(`${where} has an unknown element ${name}`);
    }
  }
  if (change.set && (change.add || change.remove)) {
    throw invalid(`${where} has set together with add or remove`);
  }
  return change;
}

function readObject(
  field: ObjectField,
  value: unknown,
  where: string,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(asObject(value, where))) {
    const member = Object.hasOwn(field.shape, name)
      ? field.shape[name]
      : undefined;
    if (!member) throw invalid(`${where} has an unknown element ${name}`);
    result[name] = readField(member, content, `${where}.${name}`);
  }
  return result;
}

/** Reads a whole number, which may stand there as a text. */
export function readInteger(value: unknown, where: string): number {
  const digits = String(value);
  if (!/^\d{1,15}$/.test(digits)) {
    throw invalid(`${where} must be a whole number, not "${digits}"`);
  }
  return Number(digits);
}

/** Reads true or false, which may stand there as a text. */
export function readBoolean(value: unknown, where: string): boolean {
  const word = String(value).toLowerCase();
  if (word !== 'true' && word !== 'false') {
    throw invalid(`${where} must be true or false, not "${word}"`);
  }
  return word === 'true';
}

function readField(field: Field, value: unknown, where: string): unknown {
  switch (field.kind) {
    case 'integer':
      return readInteger(value, where);
    case 'boolean':
      return readBoolean(value, where);
    case 'text':
      if (typeof value === 'object') throw invalid(`${where} must be a text`);
      return String(value);
    case 'list':
      return readList(field, value, where);
    default:
      return readObject(field, value, where);
  }
}

/**
 * Reads what a request says of an object, in either dialect.
 *
 * @param field - what the object is
 * @param value - what stands in the request
 * @param where - the name of the element, for messages
 * @throws QpsProblem that names the element that does not fit
 */
export function readChange<F extends Field>(
  field: F,
  value: unknown,
  where: string,
): ChangeOf<F> {
  return readField(field, value, where) as ChangeOf<F>;
}

/**
 * A collection after a change.
 *
 * @param items - the items until now
 * @param change - what is done to them
 * @param keyOf - what tells that two items are the same
 */
export function changedList<T>(
  items: readonly T[],
  change: ListChange<T>,
  keyOf: (item: T) => unknown,
): T[] {
  const result = new Map(items.map(item => [keyOf(item), item]));
  if (change.set) result.clear();
  for (const item of change.remove ?? []) result.delete(keyOf(item));
  for (const verb of ['set', 'add', 'update'] as const) {
    for (const item of change[verb] ?? []) result.set(keyOf(item), item);
  }
  return [...result.values()];
}
