import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Field, ListField, ObjectField } from './description';
import { invalid } from './problem';

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

/** A text as it stands between two tags. */
function escapeXml(value: string): string {
  return value.replace(/[&<>]/g, character => ESCAPED[character]);
}

function cdata(value: string): string {
  return `\n<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>\n`;
}

/** An element on a line of its own. */
export function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>\n`;
}

function xmlList(field: ListField, items: readonly unknown[]): string {
  const written = items
    .map(item => element(field.item, xmlOf(field.of, item)))
    .join('');
  if (field.answeredAs === 'set') return `\n${element('set', `\n${written}`)}`;
  const count = element('count', String(items.length));
  const list = items.length > 0 ? element('list', `\n${written}`) : '';
  return `\n${count}${list}`;
}

function xmlObject(field: ObjectField, value: Record<string, unknown>): string {
  let content = '\n';
  for (const name of Object.keys(field.shape)) {
    const member = value[name];
    if (member !== undefined) {
      content += element(name, xmlOf(field.shape[name], member));
    }
  }
  return content;
}

/**
 * The content of the element that a value stands in.
 *
 * @param field - what the value is
 * @param value - the value
 */
export function xmlOf(field: Field, value: unknown): string {
  switch (field.kind) {
    case 'object':
      return xmlObject(field, value as Record<string, unknown>);
    case 'list':
      return xmlList(field, value as unknown[]);
    case 'text':
      return field.isCdata ? cdata(String(value)) : escapeXml(String(value));
    default:
      return String(value);
  }
}

const parser = new XMLParser({
  // Attributes and texts come out as the JSON dialect has them:
  // <Criteria field="id" operator="EQUALS">1</Criteria> has a field, an operator and a value.
  ignoreAttributes: false,
  attributeNamePrefix: '',
  textNodeName: 'value',
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  htmlEntities: true,
});

/**
 * Reads a request in XML into the shape that the JSON dialect has.
 *
 * @throws QpsProblem where it is not well-formed or brings a DTD
 */
export function parseXml(text: string): unknown {
  const validity = XMLValidator.validate(text);
  if (validity !== true) {
    throw invalid(
      `The request is not well-formed: ${validity.err.msg} (line ${validity.err.line})`,
    );
  }
  if (/<!DOCTYPE/i.test(text)) {
    throw invalid('The request must not have a document type declaration');
  }
  try {
    return parser.parse(text);
  } catch {
    throw invalid('The request cannot be read: it is nested too deeply');
  }
}
