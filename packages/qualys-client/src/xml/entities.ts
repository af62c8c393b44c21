const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;

// The characters that XML 1.0 allows.
const CHARACTER = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]$/u;

function characterOf(code: number): string | undefined {
  if (code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  return CHARACTER.test(character) ? character : undefined;
}

/**
 * A text of XML with the five entities that every document knows, and numbered
 * characters, put in their place. All other references stay as they are: none
 * is ever looked up.
 */
export function withoutEntities(text: string): string {
  return text.replace(REFERENCE, (reference, hex, decimal, name) => {
    if (name) return NAMED[name] ?? reference;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return characterOf(code) ?? reference;
  });
}
