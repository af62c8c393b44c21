// What may stand before the document type: a byte order mark, the XML
// declaration, other instructions, and comments.
const BEFORE_DOCTYPE = /^\uFEFF?\s*(?:<\?[^]*?\?>\s*|<!--[^]*?-->\s*)*/;

// A document type that only names a file, as the answers of the `fo` APIs have
// it. One that brings rules of its own (`[ … ]`) does not match.
const DOCTYPE =
  /<!DOCTYPE\s+[^\s<>[\]"']+(?:\s+(?:SYSTEM|PUBLIC)(?:\s+(?:"[^"]*"|'[^']*'))+)?\s*>/y;

/**
 * A document of XML without its document type, which is never fetched and never
 * heeded. One that this does not take away stays in the text, for the parser to
 * refuse.
 */
export function withoutDoctype(text: string): string {
  const [{ length: start }] = BEFORE_DOCTYPE.exec(text)!;
  DOCTYPE.lastIndex = start;
  return DOCTYPE.test(text)
    ? `${text.slice(0, start)}${text.slice(DOCTYPE.lastIndex)}`.trimStart()
    : text.trimStart();
}
