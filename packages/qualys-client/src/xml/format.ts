import { Failure, type Format } from '../http';
import { parseXml } from './parse';

const TYPES = ['text/xml', 'application/xml'];

function isXml(type: string): boolean {
  return !type || TYPES.includes(type) || type.endsWith('+xml');
}

/**
 * XML, read as {@link parseXml} does. Other media types, and documents that are
 * not well-formed, are failures.
 */
export const xmlFormat: Format<Record<string, unknown>> = {
  accept: 'application/xml',
  parse({ status, type, text }) {
    if (!isXml(type)) {
      throw new Failure({
        kind: 'unexpectedAnswer',
        what: 'Qualys answered with something else than XML.',
        said: `${type} ${text}`,
        advice:
          'Check that the address is one of Qualys and that no login page or proxy is in between.',
        status,
      });
    }
    try {
      return parseXml(text);
    } catch {
      throw new Failure({
        kind: 'unexpectedAnswer',
        what: text.trim()
          ? 'Qualys answered with broken XML.'
          : 'Qualys answered with nothing.',
        said: text.trim() ? text : undefined,
        status,
      });
    }
  },
};
