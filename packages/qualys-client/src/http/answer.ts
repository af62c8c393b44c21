import type { Dispatcher } from 'undici';
import { isDeeperThan } from './depth';
import { Failure } from './failure';

const FAILURE_BYTES = 64 * 1024;
const DEEPEST = 100;

/** An answer, read in full. */
export interface Answer {
  status: number;
  /** The media type without its parameters, in lower case; empty where none is given. */
  type: string;
  text: string;
}

/** One header of an answer; the first one where it occurs several times. */
export function headerOf(
  response: Dispatcher.ResponseData,
  name: string,
): string | undefined {
  const value = response.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Puts the bytes of an answer into words, without a byte order mark. */
function decoderOf(contentType: string): TextDecoder {
  const charset = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1];
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

async function readUpTo(
  body: AsyncIterable<Buffer>,
  maxBytes: number,
): Promise<{ bytes: Buffer; complete: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    // Leaving the loop destroys the stream, and the connection with it.
    if (size > maxBytes) {
      return { bytes: Buffer.concat(chunks), complete: false };
    }
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), complete: true };
}

/**
 * Reads an answer. What is more than `maxBytes` of a success is a failure; of
 * an answer that is a failure itself, only the beginning is read.
 */
export async function readAnswer(
  response: Dispatcher.ResponseData,
  maxBytes: number,
): Promise<Answer> {
  const status = response.statusCode;
  const success = status >= 200 && status < 300;
  const { bytes, complete } = await readUpTo(
    response.body,
    success ? maxBytes : Math.min(maxBytes, FAILURE_BYTES),
  );
  if (success && !complete) {
    throw new Failure({
      kind: 'unexpectedAnswer',
      what: `The answer is larger than ${maxBytes} bytes.`,
      advice: 'Ask for smaller pages, or allow larger answers.',
      status,
    });
  }
  const contentType = headerOf(response, 'content-type') ?? '';
  const [type] = contentType.split(';');
  const text = decoderOf(contentType).decode(bytes);
  return { status, type: type.trim().toLowerCase(), text };
}

/** The JSON in an answer, or a failure that shows what came in its place. */
export function jsonOf(answer: Answer): unknown {
  const { status, type, text } = answer;
  if (type && type !== 'application/json' && !type.endsWith('+json')) {
    throw new Failure({
      kind: 'unexpectedAnswer',
      what: 'Qualys answered with something else than JSON.',
      said: `${type} ${text}`,
      advice:
        'Check that the address is one of Qualys and that no login page or proxy is in between.',
      status,
    });
  }
  if (isDeeperThan(text, DEEPEST)) {
    throw new Failure({
      kind: 'unexpectedAnswer',
      what: `The answer is nested deeper than ${DEEPEST} levels.`,
      status,
    });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure({
      kind: 'unexpectedAnswer',
      what: text.trim()
        ? 'Qualys answered with broken JSON.'
        : 'Qualys answered with nothing.',
      said: text.trim() ? text : undefined,
      status,
    });
  }
}
