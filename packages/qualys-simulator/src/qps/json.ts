import type { Field, ListField, ObjectField } from './description';

function jsonList(field: ListField, items: readonly unknown[]): object {
  const written = items.map(item => jsonOf(field.of, item));
  if (field.answeredAs === 'set') {
    // One element looks like an object, several look like an array.
    const content = written.length === 1 ? written[0] : written;
    return { set: { [field.item]: content } };
  }
  if (written.length === 0) return { count: 0 };
  return {
    count: written.length,
    list: written.map(item => ({ [field.item]: item })),
  };
}

function jsonObject(
  field: ObjectField,
  value: Record<string, unknown>,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(field.shape)) {
    const content = value[name];
    if (content !== undefined)
      result[name] = jsonOf(field.shape[name], content);
  }
  return result;
}

/**
 * A value as the JSON dialect shows it: ids as numbers, the items of a `list`
 * each in an object of its own, some booleans as texts.
 *
 * @param field - what the value is
 * @param value - the value
 */
export function jsonOf(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'object':
      return jsonObject(field, value as Record<string, unknown>);
    case 'list':
      return jsonList(field, value as unknown[]);
    case 'text':
      return field.isJsonNumber ? Number(value) : value;
    case 'boolean':
      return field.isJsonText ? String(value) : value;
    default:
      return value;
  }
}
