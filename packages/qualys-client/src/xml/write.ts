import { XMLBuilder } from 'fast-xml-parser';
import { QualysError } from '../errors';

/** The characters that XML 1.0 has no way to write. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const builder = new XMLBuilder({
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
});

/**
 * Writes a tree as XML: keys are elements, arrays are elements that occur
 * several times, keys that begin with `@_` are attributes, `#text` is the text
 * beside them.
 *
 * @throws QualysError `invalid` for a text that XML cannot hold
 */
export function writeXml(tree: object): string {
  // A reader would take a bare carriage return for the end of a line.
  const xml = builder.build(tree).replace(/\r/g, '&#13;');
  if (UNWRITABLE.test(xml)) {
    throw new QualysError(
      'invalid',
      'A text holds a control character, or half of a character, which XML cannot carry. Nothing was sent.',
    );
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
}
