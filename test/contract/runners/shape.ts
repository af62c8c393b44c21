// Several types are divided by bars.
type Described = Record<string, Record<string, string>>;

const JAVA_DATE =
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d{2}:\d{2}:\d{2} (UTC|GMT) \d{4}$/;

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'string' && JAVA_DATE.test(value)) return 'date';
  return typeof value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const within = (place: string, key: string) =>
  place ? `${place}.${key}` : key;

/**
 * In what the shape of an answer differs from that of a documented one: fields
 * that are missing, of another type, or not documented at all.
 *
 * @param described - fields that may be there besides, by place; `anything`
 *   where whatever is there besides is right
 */
export function differencesInShape(
  documented: unknown,
  actual: unknown,
  described: Described | 'anything' = {},
  place = '',
): string[] {
  const at = place || 'the answer';
  if (typeOf(documented) !== typeOf(actual)) {
    return [`${at} is ${typeOf(actual)}, documented is ${typeOf(documented)}`];
  }
  if (Array.isArray(documented) && Array.isArray(actual)) {
    if (documented.length > 0 && actual.length === 0) {
      return [`${at} is empty, documented is not`];
    }
    return actual.flatMap(item =>
      documented.length === 0
        ? []
        : differencesInShape(documented[0], item, described, `${place}[]`),
    );
  }
  if (!isObject(documented) || !isObject(actual)) return [];

  const missing = Object.keys(documented)
    .filter(key => !(key in actual))
    .map(key => `${within(place, key)} is missing`);
  const besides = described === 'anything' ? {} : described[place] ?? {};
  const others = Object.keys(actual).flatMap(key => {
    const inside = within(place, key);
    if (key in documented) {
      return differencesInShape(
        documented[key],
        actual[key],
        described,
        inside,
      );
    }
    if (described === 'anything') return [];
    const type = typeOf(actual[key]).replace('date', 'string');
    if (besides[key] === undefined) return [`${inside} is not documented`];
    return besides[key].split('|').includes(type)
      ? []
      : [`${inside} is ${type}, documented is ${besides[key]}`];
  });
  return [...missing, ...others];
}
