import { XMLParser } from 'fast-xml-parser';
import type { Answer, RequestBody, SentFile } from '../contractCase';

const options = {
  ignoreDeclaration: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  // Every element may occur several times.
  isArray: (
    _name: string,
    _path: unknown,
    _leaf: boolean,
    attribute: boolean,
  ) => !attribute,
};

const complete = new XMLParser({ ...options, ignoreAttributes: false });
const withoutSchema = new XMLParser({
  ...options,
  ignoreAttributes: [/^xmlns/, /^xsi:/],
});

/** XML as objects: complete, and whatever the order of differently named elements. */
export function parseXml(xml: string): unknown {
  return complete.parse(xml);
}

/** The same without what the root says of its schema. */
export function parseXmlContent(xml: string): unknown {
  return withoutSchema.parse(xml);
}

/** A body in its bytes. */
export interface WrittenBody {
  contentType: string;
  bytes: Buffer;
}

/** Writes the body of a case's request down. */
export async function writeBody(body: RequestBody): Promise<WrittenBody> {
  if ('json' in body) {
    return {
      contentType: 'application/json',
      bytes: Buffer.from(JSON.stringify(body.json)),
    };
  }
  if ('xml' in body) {
    return { contentType: 'text/xml', bytes: Buffer.from(body.xml) };
  }
  if ('form' in body) {
    return {
      contentType: 'application/x-www-form-urlencoded',
      bytes: Buffer.from(String(new URLSearchParams(body.form))),
    };
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(body.multipart)) {
    if (typeof value === 'string') form.append(name, value);
    else {
      const { filename, type, text } = value;
      form.append(name, new Blob([text], { type }), filename);
    }
  }
  const written = new Response(form);
  return {
    contentType: written.headers.get('content-type')!,
    bytes: Buffer.from(await written.arrayBuffer()),
  };
}

async function readFile(file: File): Promise<SentFile> {
  return { filename: file.name, type: file.type, text: await file.text() };
}

/** A body that came over the wire, in the form that its content type names. */
export async function readBody(
  contentType: string,
  bytes: Buffer,
): Promise<unknown> {
  if (contentType === 'application/json') {
    return { json: JSON.parse(bytes.toString('utf8')) as unknown };
  }
  if (contentType === 'text/xml') {
    return { xml: parseXml(bytes.toString('utf8')) };
  }
  if (contentType === 'application/x-www-form-urlencoded') {
    return {
      form: Object.fromEntries(new URLSearchParams(bytes.toString('utf8'))),
    };
  }
  if (contentType.startsWith('multipart/form-data;')) {
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': contentType },
    }).formData();
    const multipart: Record<string, string | SentFile> = {};
    for (const [name, value] of form) {
      multipart[name] =
        typeof value === 'string' ? value : await readFile(value);
    }
    return { multipart };
  }
  return bytes.length === 0
    ? undefined
    : { contentType, text: bytes.toString('utf8') };
}

/** The body of a case's request in the form that `readBody` gives. */
export function expectedBody(body: RequestBody | undefined): unknown {
  return body && 'xml' in body ? { xml: parseXml(body.xml) } : body;
}

/** The content type and text of a case's answer; undefined where it is empty. */
export function writeAnswer(
  answer: Answer,
): { contentType: string; text: string } | undefined {
  if (answer.xml !== undefined) {
    return { contentType: 'text/xml; charset=utf-8', text: answer.xml };
  }
  if (answer.text !== undefined) {
    return { contentType: 'text/plain; charset=utf-8', text: answer.text };
  }
  return answer.body === undefined
    ? undefined
    : { contentType: 'application/json', text: JSON.stringify(answer.body) };
}
