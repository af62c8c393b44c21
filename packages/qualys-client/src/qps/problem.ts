import type { Answer, Problem } from '../http';
import { parseXml } from '../xml';
import { isObject, textOf } from './values';

// Where an answer names no reason, the code has to do. The set is open.
const BY_CODE: Array<[RegExp, number]> = [
  [/^(?:INVALID_CREDENTIALS|UNAUTHORIZED|UNAUTHENTICATED)$/, 401],
  [
    /^(?:FORBIDDEN|NOT_AUTHORIZED|INSUFFICIENT_(?:PERMISSIONS?|PRIVILEGES?))$/,
    403,
  ],
  [/NOT_FOUND$/, 404],
  [/DUPLICATE|ALREADY_EXISTS/, 409],
  [/^LIMIT_EXCEEDED$/, 429],
  [/UNAVAILABLE$/, 503],
  [/INVALID|BAD_REQUEST|MALFORMED|MISSING|NOT_(?:ALLOWED|SUPPORTED)/, 400],
  [/(?:^|_)ERROR$/, 500],
  // The modules count their refusals: `CA_1001_DUPLICATE_KEY`.
  [/^[A-Z]+_\d{3,}_/, 400],
];

/** What Qualys says where a search, or a change by conditions, found nothing. */
const NOTHING_FOUND = /^there (?:were|are) no results\b/i;

/**
 * The meaning of a response code as an HTTP status. Undefined for a code that is
 * not known: it may be a refusal, and may as well be a success in part.
 */
export function statusOfCode(code: string): number | undefined {
  return BY_CODE.find(([form]) => form.test(code.toUpperCase()))?.[1];
}

/** Whether a failure only says that nothing was found. */
export function saysNothingFound({ code, said }: Problem): boolean {
  return (
    code?.toUpperCase() === 'INVALID_REQUEST' && NOTHING_FOUND.test(said ?? '')
  );
}

function sniffed({ text }: Answer): unknown {
  try {
    return text.trimStart().startsWith('<') ? parseXml(text) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What an answer of the `qps` APIs says of its own failure: a `responseCode`
 * other than `SUCCESS`, with `responseErrorDetails` or `responseMessage`.
 * Undefined where it says nothing of the kind. The code is an open set and
 * stays as it came; `status` is its meaning as an HTTP status. A text that says
 * that nothing was found means 404, whatever its code.
 *
 * Source: Qualys WAS API 3.0, "Response Codes"; Asset Management 2.0 answers
 * `INVALID_REQUEST` with "There were no results…" as users report.
 *
 * @param parsed - the answer as JSON or XML
 * @param answer - the answer as it came, for one that is in the other form
 */
export function qpsProblemIn(
  parsed: unknown,
  answer?: Answer,
): Problem | undefined {
  const root = parsed ?? (answer && sniffed(answer));
  const response = isObject(root) ? root.ServiceResponse : undefined;
  if (!isObject(response)) return undefined;
  const code = textOf(response.responseCode);
  if (code === undefined || code.toUpperCase() === 'SUCCESS') return undefined;
  const details = isObject(response.responseErrorDetails)
    ? response.responseErrorDetails
    : {};
  const said = [
    textOf(details.errorMessage) ?? textOf(response.responseMessage),
    textOf(details.errorResolution),
  ]
    .filter(Boolean)
    .join(' ');
  const problem = { code, said: said || undefined };
  return {
    ...problem,
    status: saysNothingFound(problem) ? 404 : statusOfCode(code),
  };
}
