import { failureInside, type Advice, type Answer, type Problem } from '../http';
import { isObject, textOf } from '../qps';
import { parseXml } from '../xml';

// What the codes mean that say more than "the request is wrong".
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
 * with a code. Undefined where it says nothing of the kind. `status` is the
 * meaning of the code as an HTTP status, where one is known.
 *
 * Source: Qualys API (VM, PC), `simple_return.dtd` and "Appendix D - Error
 * Codes/Descriptions".
 *
 * @param parsed - the answer as XML; undefined where it is none
 * @param answer - the answer as it came, for one that names another media type
 */
export function foProblemIn(
  parsed: unknown,
  answer?: Answer,
): Problem | undefined {
  const root = parsed ?? (answer && sniffed(answer));
  const simpleReturn = isObject(root) ? root.SIMPLE_RETURN : undefined;
  const response = isObject(simpleReturn) ? simpleReturn.RESPONSE : undefined;
  const code = isObject(response) ? textOf(response.CODE) : undefined;
  if (!isObject(response) || code === undefined) return undefined;
  return {
    code,
    said: textOf(response.TEXT),
    status: Object.hasOwn(STATUS, code) ? STATUS[code] : undefined,
  };
}

/**
 * Throws the failure that an answer with HTTP status 200 tells of: recorded
 * answers show that the `fo` APIs refuse in such answers too (code 2001).
 */
export function throwFoProblemIn(parsed: unknown, advice: Advice): void {
  const problem = foProblemIn(parsed);
  if (problem) throw failureInside(problem, advice);
}
