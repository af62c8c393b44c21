import type { Answer, Problem } from '../http';
import { parseXml } from '../xml';
import { simpleReturnOf } from './simpleReturn';

// What the codes mean that say more than "the request is wrong". An answer
// with HTTP status 200 may carry them.
const STATUS: Record<string, number> = {
  999: 500,
  1920: 409,
  1960: 429,
  1965: 429,
  1999: 503,
  2000: 401,
  2002: 401,
  2003: 409,
  2011: 409,
  2012: 403,
};

function sniffed({ text }: Answer): unknown {
  try {
    return parseXml(text);
  } catch {
    return undefined;
  }
}

/**
 * What an answer of the `fo` APIs says of its own failure: a `SIMPLE_RETURN`
 * with a code, which comes with HTTP status 200 too. Undefined where it says
 * nothing of the kind. `status` is the meaning of the code, where one is known.
 *
 * Source: Qualys API (VM, PC), "Appendix D - Error Codes/Descriptions"; that an
 * error (2001) comes with HTTP status 200 is from recorded answers.
 *
 * @param parsed - the answer as XML; undefined where it is none
 * @param answer - the answer as it came, for one that names another media type
 */
export function foProblemIn(
  parsed: unknown,
  answer?: Answer,
): Problem | undefined {
  const found = simpleReturnOf(parsed ?? (answer && sniffed(answer)));
  if (found?.code === undefined) return undefined;
  const { code, text } = found;
  return {
    code,
    said: text,
    status: Object.hasOwn(STATUS, code) ? STATUS[code] : undefined,
  };
}
