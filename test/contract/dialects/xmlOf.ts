import { XMLBuilder } from 'fast-xml-parser';

// What stands in an array of JSON under one of these names stands under one
// element in XML; all other arrays are elements that occur several times.
const GATHERED = new Set(['data', 'list']);

const builder = new XMLBuilder({
  ignoreAttributes: false,
  suppressEmptyNode: true,
});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function gather(items: unknown[]): Record<string, unknown[]> {
  const gathered: Record<string, unknown[]> = {};
  for (const item of items) {
    if (!isObject(item)) throw new Error(`${String(item)} has no name in XML`);
    for (const [name, value] of Object.entries(item)) {
      (gathered[name] ??= []).push(elements(value));
    }
  }
  return gathered;
}

// A condition is the one thing of the dialect that has attributes.
function condition(criteria: unknown): unknown {
  if (Array.isArray(criteria)) return criteria.map(condition);
  const { field, operator, value } = criteria as Record<string, unknown>;
  return { '@_field': field, '@_operator': operator, '#text': value };
}

function elements(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(elements);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, content]) => {
      if (name === 'Criteria') return [name, condition(content)];
      return GATHERED.has(name) && Array.isArray(content)
        ? [name, gather(content)]
        : [name, elements(content)];
    }),
  );
}

/** An object of the `qps` APIs, given as JSON, in XML. */
export function xmlOf(json: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(
    elements(json),
  )}`;
}
