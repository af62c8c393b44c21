/** Whether a value of an answer is an object, and no array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A single value of an answer as text, without the white space around it;
 * undefined where it holds nothing. Numbers and booleans stand as such in JSON
 * and as text in XML. A whole number that JSON could not hold exactly is
 * nothing: as an id, it would name another object.
 */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    const exact = Number.isSafeInteger(value) || !Number.isInteger(value);
    return exact ? String(value) : undefined;
  }
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}

/** Whether a value holds nothing: absent, null, or white space. */
export function isBlank(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '')
  );
}

/**
 * Whether a value holds nothing, or is an object without members: an empty
 * element is an empty text in XML, and may be such an object in JSON.
 */
export function isEmpty(value: unknown): boolean {
  return isBlank(value) || (isObject(value) && Object.keys(value).length === 0);
}

/** What stands once or several times under a name, as an array. */
export function every(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isBlank(value) ? [] : [value];
}
