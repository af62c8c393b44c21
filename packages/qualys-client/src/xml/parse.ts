import { XMLParser, XMLValidator, type X2jOptions } from 'fast-xml-parser';
import { withoutEntities } from './entities';
import { withoutDoctype } from './prolog';

/** No answer of Qualys that is known goes deeper than a dozen levels. */
const DEEPEST = 64;

const entityDecoder: X2jOptions['entityDecoder'] = {
  decode: withoutEntities,
  // Called for every document type that the parser meets.
  addInputEntities() {
    throw new Error('A document type with rules of its own is not read.');
  },
  setExternalEntities() {},
  reset() {},
  setXmlVersion() {},
};

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // `012345678901` is an account, not a number.
  parseTagValue: false,
  // The parser would trim each piece of a text before it joins them.
  trimValues: false,
  maxNestedTags: DEEPEST,
  jPath: false,
  entityDecoder,
});

/**
 * Reads XML: elements as objects, those that occur several times as arrays,
 * text as it stands (CDATA too), empty elements as the empty text. Attributes
 * are left out. Between elements, white space may appear as `#text`.
 *
 * @throws Error where it is not well-formed, too deep, or has a document type
 * with rules of its own
 */
export function parseXml(text: string): Record<string, unknown> {
  const document = withoutDoctype(text);
  // The parser alone takes documents that are cut off.
  const valid = XMLValidator.validate(document);
  if (valid !== true) throw new Error(valid.err.msg);
  const tree: Record<string, unknown> = parser.parse(document);
  // Both let more follow on a root element that is empty.
  const [root, ...others] = Object.values(tree);
  if (
    others.length > 0 ||
    Array.isArray(root) ||
    !document.trimEnd().endsWith('>')
  ) {
    throw new Error('More than one element at the top.');
  }
  return tree;
}
